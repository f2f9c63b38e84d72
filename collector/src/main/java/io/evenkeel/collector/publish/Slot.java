package io.evenkeel.collector.publish;

import io.evenkeel.contract.catalog.ContentHash;
import java.util.List;

/** What stands on the topic under one key. */
record Slot(int partition, List<String> root, ContentHash hash) {}
