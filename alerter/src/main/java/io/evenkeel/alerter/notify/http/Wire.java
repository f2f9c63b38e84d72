package io.evenkeel.alerter.notify.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The little of HTTP/1.1 that one POST on a connection of its own needs. Everything it reads is bounded. */
final class Wire {
    static final int MAX_BODY = 64 * 1024;

    private static final int MAX_HEAD = 32 * 1024;
    private static final int MAX_INTERIM = 8;
    private static final int MAX_DIGITS = 18;

    private final InputStream input;
    private int headLeft = MAX_HEAD;

    Wire(InputStream input) {
        this.input = input;
    }

    static void write(OutputStream output, String firstLine, Map<String, String> headers, byte[] body)
            throws IOException {
        StringBuilder head = new StringBuilder(firstLine).append(" HTTP/1.1\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("\r\n");
        output.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        output.write(body);
        output.flush();
    }

    /** Status and headers, after any interim answers. */
    Response head() throws IOException {
        for (int i = 0; i < MAX_INTERIM; i++) {
            int status = status(line());
            Map<String, String> headers = headers();
            if (status >= 200) {
                return new Response(status, headers, new byte[0]);
            }
        }
        throw new ProtocolException("only interim answers");
    }

    /** The answer with its body, of which no more than {@link #MAX_BODY} is read. */
    Response withBody(Response head) throws IOException {
        if (head.status() == 204 || head.status() == 304) {
            return head;
        }
        boolean chunked = head.header("transfer-encoding")
                .map(value -> value.toLowerCase(Locale.ROOT).contains("chunked"))
                .orElse(false);
        long length = head.header("content-length").map(Wire::length).orElse(Long.MAX_VALUE);
        byte[] body = chunked ? chunks() : input.readNBytes((int) Math.min(length, MAX_BODY));
        return new Response(head.status(), head.headers(), body);
    }

    private static long length(String text) {
        boolean number =
                !text.isEmpty() && text.length() <= MAX_DIGITS && text.chars().allMatch(Character::isDigit);
        return number ? Long.parseLong(text) : Long.MAX_VALUE;
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (body.size() < MAX_BODY) {
            String size = line().replaceFirst(";.*", "").strip();
            int length = hex(size);
            if (length == 0) {
                break;
            }
            body.write(input.readNBytes(Math.min(length, MAX_BODY - body.size())));
            if (body.size() < MAX_BODY) {
                line();
            }
        }
        return body.toByteArray();
    }

    private static int hex(String text) throws ProtocolException {
        try {
            return Integer.parseUnsignedInt(text, 16) & Integer.MAX_VALUE;
        } catch (NumberFormatException malformed) {
            throw new ProtocolException("a chunk without a size");
        }
    }

    private static int status(String line) throws ProtocolException {
        String[] words = line.split(" ", 3);
        boolean known = words.length >= 2 && words[0].startsWith("HTTP/1.") && words[1].matches("[1-9][0-9]{2}");
        if (!known) {
            throw new ProtocolException("not an answer of HTTP/1.1");
        }
        return Integer.parseInt(words[1]);
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new EOFException("the answer ended early");
            }
            if (--headLeft < 0) {
                throw new ProtocolException("the headers do not end");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }
}
