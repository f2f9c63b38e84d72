package io.evenkeel.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times as people write them: {@code 2026-11-21T03:00}, with or without a zone (UTC), a date, or how long ago. */
final class Times implements ITypeConverter<Instant> {
    private static final Pattern AGO = Pattern.compile("\\d{1,9}[smhd]");
    private static final List<Function<String, Instant>> FORMS = List.of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
            text -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));

    @Override
    public Instant convert(String text) {
        if (AGO.matcher(text).matches()) {
            return Instant.now().minus(Duration.parse((text.endsWith("d") ? "P" : "PT") + text));
        }
        for (Function<String, Instant> form : FORMS) {
            try {
                return form.apply(text.strip().replace(' ', 'T'));
            } catch (DateTimeParseException another) {
                continue;
            }
        }
        throw new TypeConversionException(
                "expected a time such as 2026-11-21T03:00 (UTC), 2026-11-21T04:00+01:00, 2026-11-21, or 24h for how long "
                        + "ago, found '" + text + "'");
    }
}
