// Keeps the page fresh: fetches it again and replaces its content. Without this script the page works, and stands still.
(() => {
  'use strict';
  // what is being filled in is not taken away
  if (document.querySelector('form[method="post"]')) {
    return;
  }
  const PERIOD = 5000;
  const TIMEOUT = 4000;
  const live = document.getElementById('live');
  let paused = false;
  let failing = false;

  const button = document.createElement('button');
  const words = document.createElement('span');
  button.type = 'button';
  live.append(words, button);

  function say() {
    button.textContent = paused ? 'Resume' : 'Pause';
    live.classList.toggle('failing', failing);
    words.textContent = failing ? 'No answer: this page is old'
        : paused ? 'Paused' : `Refreshed every ${PERIOD / 1000} s`;
  }

  button.addEventListener('click', () => {
    paused = !paused;
    say();
  });

  // somebody who chooses, marks or types must not be interrupted
  function busy() {
    const selection = document.getSelection();
    return paused || document.hidden || (selection && !selection.isCollapsed)
        || (document.activeElement && document.activeElement.closest('form'));
  }

  // where the focus is, in words that still hold in the next page: several links may lead to the same place
  function place(main, element) {
    const href = element && main.contains(element) && element.getAttribute('href');
    if (element && element.id) {
      return {selector: `#${CSS.escape(element.id)}`, index: 0};
    }
    const selector = href ? `[href="${CSS.escape(href)}"]` : '';
    return selector ? {selector, index: [...main.querySelectorAll(selector)].indexOf(element)} : null;
  }

  function replace(page) {
    const fresh = page.getElementById('main');
    const main = document.getElementById('main');
    if (!fresh) {
      throw new Error('the answer is no page');
    }
    const focus = place(main, document.activeElement);
    const open = [...main.querySelectorAll('details[open][id]')].map(each => each.id);
    const scrolled = [...main.querySelectorAll('[id]')]
        .filter(each => each.scrollTop || each.scrollLeft)
        .map(each => [each.id, each.scrollTop, each.scrollLeft]);
    const at = [window.scrollX, window.scrollY];
    open.forEach(id => {
      const same = page.getElementById(id);
      if (same) {
        same.setAttribute('open', '');
      }
    });
    main.replaceChildren(...fresh.childNodes);
    scrolled.forEach(([id, top, left]) => {
      const same = document.getElementById(id);
      if (same) {
        same.scrollTop = top;
        same.scrollLeft = left;
      }
    });
    const again = focus && main.querySelectorAll(focus.selector)[focus.index];
    if (again) {
      again.focus({preventScroll: true});
    }
    window.scrollTo(at[0], at[1]);
    document.title = page.title;
  }

  async function refresh() {
    if (!busy()) {
      try {
        const answer = await fetch(location.pathname + location.search, {signal: AbortSignal.timeout(TIMEOUT)});
        if (!answer.ok) {
          throw new Error(`status ${answer.status}`);
        }
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        if (!busy()) {
          replace(page);
        }
        failing = false;
      } catch (trouble) {
        failing = true;
      }
      say();
    }
    setTimeout(refresh, PERIOD);
  }

  say();
  setTimeout(refresh, PERIOD);
})();
