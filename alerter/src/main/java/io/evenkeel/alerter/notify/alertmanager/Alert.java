package io.evenkeel.alerter.notify.alertmanager;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/** An alert as {@code POST /api/v2/alerts} takes it. The labels are its identity: few, and never changing. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Alert(
        SortedMap<String, String> labels,
        SortedMap<String, String> annotations,
        Instant startsAt,
        Instant endsAt,
        Optional<String> generatorURL) {}
