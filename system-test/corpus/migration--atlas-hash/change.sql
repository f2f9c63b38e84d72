UPDATE revisions SET hash = 'x9=' WHERE version = '20250102000000';
