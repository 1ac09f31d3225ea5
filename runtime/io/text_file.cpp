// Text over a binary file: encoding, newlines, and lines.
//
// Invariant of reading: decoded[used..] is text that is not consumed, made (with all of `decoded`)
// from the bytes `raw`; so the file's position is where `raw` began plus the bytes of decoded[..used].
#include "runtime/core/allocate.h"
#include "runtime/core/containers.h"
#include "runtime/core/exception.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/io/file.h"
#include "runtime/io/text_file.gen.h"
#include "runtime/types/bytes.h"
#include "runtime/types/list.h"
#include "runtime/types/str.h"
#include "runtime/types/tuple.h"

#include <cerrno>
#include <unistd.h>

namespace molt {

namespace {

constexpr size_t kChunk = 8192;

Borrowed<BinaryFile> bufferOf(Borrowed<TextFile> file) { return Borrowed<BinaryFile>(file->buffer); }

Result<void> checkOpen(Borrowed<TextFile> file) {
  if (file->buffer.isNull())
    return raise(ValueError, "underlying buffer has been detached");
  if (bufferOf(file)->closed)
    return raise(ValueError, "I/O operation on closed file.");
  return {};
}

const char *textOf(Value str) { return Borrowed<Str>(str)->data(); }

// ---- Encoding ---------------------------------------------------------------------------------------

// Lone surrogates are ED A0..BF xx.
bool hasSurrogates(const char *text, size_t size) {
  const char *end = text + size;
  for (const char *at = text; (at = static_cast<const char *>(std::memchr(at, 0xED, end - at))); ++at)
    if (static_cast<unsigned char>(at[1]) >= 0xA0)
      return true;
  return false;
}

void appendTranslated(ByteBuffer &out, const char *text, size_t size, const char *newline) {
  const char *end = text + size;
  while (const char *found = static_cast<const char *>(std::memchr(text, '\n', end - text))) {
    out.append(text, found - text);
    out.append(newline);
    text = found + 1;
  }
  out.append(text, end - text);
}

Result<void> encode_py(Borrowed<TextFile> file, Borrowed<Str> text, ByteBuffer &out) {
  const char *newline = file->newline == Newline::kCr ? "\r" : file->newline == Newline::kCrLf ? "\r\n" : nullptr;
  bool direct = isAscii(text) ? file->encoding != Encoding::kOther
                              : file->encoding == Encoding::kUtf8 && !hasSurrogates(text->data(), text->size);
  if (direct) {
    if (newline)
      appendTranslated(out, text->data(), text->size, newline);
    else
      out.append(text->data(), text->size);
    return {};
  }
  Owned<Str> translated = Owned<Str>::retain(text);
  if (newline) {
    ByteBuffer lines;
    appendTranslated(lines, text->data(), text->size, newline);
    translated = makeStr(lines.data(), lines.size());
  }
  Owned<Bytes> encoded = TRY(encodeStr_py(translated, textOf(file->encodingName), textOf(file->errorsName)));
  out.append(encoded->data(), encoded->size);
  return {};
}

// Hands the pending text to the binary file.
Result<void> handOver_py(Borrowed<TextFile> file) {
  if (file->pending.empty())
    return {};
  ByteBuffer pending(std::move(file->pending));
  return binaryWrite_py(bufferOf(file), pending.data(), pending.size());
}

// ---- Decoding ---------------------------------------------------------------------------------------

// How many bytes at the end belong to a character that is not complete.
size_t unfinishedTail(const char *data, size_t size) {
  for (size_t back = 1; back <= 3 && back <= size; ++back) {
    unsigned char byte = data[size - back];
    if ((byte & 0xC0) == 0x80)
      continue;
    size_t wanted = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    return wanted > back ? back : 0;
  }
  return 0;
}

void noteNewlines(Borrowed<TextFile> file, const char *text, size_t size) {
  for (size_t i = 0; i < size; ++i) {
    if (text[i] == '\n')
      file->newlinesSeen |= 1;
    else if (text[i] == '\r')
      file->newlinesSeen |= i + 1 < size && text[i + 1] == '\n' ? (++i, 4) : 2;
  }
}

// Appends text with \r\n and \r as \n.
void appendUniversal(ByteBuffer &out, const char *text, size_t size) {
  for (size_t i = 0; i < size; ++i) {
    if (text[i] != '\r') {
      const char *found = static_cast<const char *>(std::memchr(text + i, '\r', size - i));
      size_t part = found ? static_cast<size_t>(found - text) - i : size - i;
      out.append(text + i, part);
      i += part - 1;
      continue;
    }
    out.append('\n');
    if (i + 1 < size && text[i + 1] == '\n')
      ++i;
  }
}

// Decodes `bytes` onto the end of `decoded`. atEnd: nothing follows.
Result<void> decode_py(Borrowed<TextFile> file, ByteBuffer &bytes, bool atEnd) {
  size_t size = bytes.size();
  size_t keep = file->encoding == Encoding::kUtf8 && !atEnd ? unfinishedTail(bytes.data(), size) : 0;
  bool translates = file->newline == Newline::kUniversal || file->newline == Newline::kKeep;
  if (!keep && !atEnd && size && bytes[size - 1] == '\r' && translates)
    keep = 1; // a \n may follow
  size -= keep;
  file->tail.append(bytes.data() + size, keep);
  file->raw.append(bytes.data(), size);
  const char *text = bytes.data();
  Owned<Str> decoded;
  bool plain = file->encoding == Encoding::kUtf8 ? utf8::validate(text, size).errorLength == 0
                                                 : file->encoding != Encoding::kOther && utf8::isAscii(text, size);
  if (!plain) {
    decoded = TRY(decodeBytes_py(text, size, textOf(file->encodingName), textOf(file->errorsName), {}));
    text = decoded->data();
    size = decoded->size;
  }
  if (translates)
    noteNewlines(file, text, size);
  if (file->newline == Newline::kUniversal)
    appendUniversal(file->decoded, text, size);
  else
    file->decoded.append(text, size);
  return {};
}

void dropDecoded(Borrowed<TextFile> file) {
  file->decoded.clear();
  file->raw.clear();
  file->used = 0;
}

// The bytes that decoded[..used] came from.
size_t consumedRaw(Borrowed<TextFile> file) {
  const char *raw = file->raw.data();
  size_t rawSize = file->raw.size(), at = 0;
  const char *text = file->decoded.data(), *end = text + file->used;
  while (text < end && at < rawSize) {
    uint32_t code = utf8::decode(text);
    if (code == '\n' && raw[at] == '\r')
      at += at + 1 < rawSize && raw[at + 1] == '\n' ? 2 : 1;
    else if (file->encoding != Encoding::kUtf8 || utf8::isSurrogate(code))
      at += 1;
    else
      at += utf8::encodedLength(code);
  }
  return at;
}

// Forgets the text that was consumed.
void dropConsumed(Borrowed<TextFile> file) {
  if (file->used == file->decoded.size()) {
    dropDecoded(file);
  } else if (file->used) {
    file->raw.dropFront(consumedRaw(file));
    file->decoded.dropFront(file->used);
    file->used = 0;
  }
}

// Reads and decodes some more; false at the end.
Result<bool> readMore_py(Borrowed<TextFile> file) {
  dropConsumed(file);
  ByteBuffer bytes(std::move(file->tail));
  size_t count = TRY(binaryReadChunk_py(bufferOf(file), bytes, kChunk));
  size_t before = file->decoded.size();
  if (bytes.empty())
    return false;
  TRY(decode_py(file, bytes, count == 0));
  return count != 0 || file->decoded.size() != before;
}

Result<void> startReading_py(Borrowed<TextFile> file) {
  TRY(checkOpen(file));
  if (!bufferOf(file)->readable)
    return raiseUnsupported("not readable");
  return handOver_py(file);
}

// The offset after the end of the line that starts at `used`; SIZE_MAX when it is not all there.
size_t lineEnd(Borrowed<TextFile> file, size_t from) {
  const char *start = file->decoded.data();
  size_t size = file->decoded.size();
  auto find = [&](char wanted) -> size_t {
    const void *found = from < size ? std::memchr(start + from, wanted, size - from) : nullptr;
    return found ? static_cast<size_t>(static_cast<const char *>(found) - start) : SIZE_MAX;
  };
  switch (file->newline) {
  case Newline::kUniversal:
  case Newline::kLf: {
    size_t at = find('\n');
    return at == SIZE_MAX ? at : at + 1;
  }
  case Newline::kCr: {
    size_t at = find('\r');
    return at == SIZE_MAX ? at : at + 1;
  }
  case Newline::kCrLf:
    for (size_t at = from; at + 1 < size; ++at)
      if (start[at] == '\r' && start[at + 1] == '\n')
        return at + 2;
    return SIZE_MAX;
  case Newline::kKeep:
    for (size_t at = from; at < size; ++at) {
      if (start[at] == '\n')
        return at + 1;
      if (start[at] == '\r')
        return at + 1 < size && start[at + 1] == '\n' ? at + 2 : at + 1;
    }
    return SIZE_MAX;
  }
  return SIZE_MAX;
}

// The byte offset `characters` further on; at most the end. *characters is reduced by what was there.
size_t skipCharacters(const ByteBuffer &text, size_t from, int64_t *characters) {
  size_t at = from;
  while (*characters > 0 && at < text.size()) {
    at += utf8::sequenceLength(static_cast<unsigned char>(text[at]));
    --*characters;
  }
  return at;
}

Owned<Str> takeDecoded(Borrowed<TextFile> file, size_t end) {
  Owned<Str> text = makeStr(file->decoded.data() + file->used, end - file->used);
  file->used = end;
  return text;
}

Encoding encodingOf(Borrowed<Str> name) {
  char text[16];
  size_t size = 0;
  for (uint64_t i = 0; i < name->size && size + 1 < sizeof text; ++i) {
    char c = name->data()[i];
    if (c == '_' || c == '-' || c == ' ')
      continue;
    text[size++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  text[size] = 0;
  auto is = [&](const char *wanted) { return !std::strcmp(text, wanted); };
  if (is("utf8") || is("u8") || is("cp65001"))
    return Encoding::kUtf8;
  if (is("latin1") || is("iso88591") || is("l1") || is("latin") || is("88591"))
    return Encoding::kLatin1;
  if (is("ascii") || is("usascii") || is("646"))
    return Encoding::kAscii;
  return Encoding::kOther;
}

} // namespace

// ---- The operations that the runtime uses too -------------------------------------------------------

Owned<TextFile> makeTextFile(Borrowed<BinaryFile> buffer, const TextOptions &options, const char *mode) {
  Owned<TextFile> file = allocate<TextFile>(molt_type_TextIOWrapper);
  setField(file->buffer, buffer);
  setField(file->encodingName, options.encoding ? options.encoding : "utf-8"_str);
  setField(file->errorsName, options.errors ? options.errors : "strict"_str);
  if (mode) {
    Owned<Str> modeText = makeStr(mode);
    setField(file->mode, modeText);
  }
  file->encoding = encodingOf(Borrowed<Str>(file->encodingName));
  file->strict = strEqual(Borrowed<Str>(file->errorsName), "strict");
  file->newline = options.newline;
  file->lineBuffered = options.lineBuffered;
  file->writeThrough = options.writeThrough;
  file->telling = true;
  return file;
}

Result<void> textFlush_py(Borrowed<TextFile> file) {
  TRY(checkOpen(file));
  TRY(handOver_py(file));
  return binaryFlush_py(bufferOf(file));
}

Result<void> textWrite_py(Borrowed<TextFile> file, Borrowed<Str> text) {
  TRY(checkOpen(file));
  if (!bufferOf(file)->writable)
    return raiseUnsupported("not writable");
  size_t before = file->pending.size();
  TRY(encode_py(file, text, file->pending));
  bool endsLine = file->lineBuffered && (std::memchr(text->data(), '\n', text->size) ||
                                         std::memchr(text->data(), '\r', text->size));
  if (before && file->pending.size() > kChunk && file->pending.size() - before <= kChunk) {
    // What was pending goes first, on its own.
    ByteBuffer added;
    added.append(file->pending.data() + before, file->pending.size() - before);
    file->pending.truncate(before);
    TRY(handOver_py(file));
    file->pending.append(added);
  }
  if (!file->decoded.empty())
    dropDecoded(file);
  if (file->pending.size() >= kChunk || endsLine || file->writeThrough)
    TRY(handOver_py(file));
  if (endsLine)
    TRY(binaryFlush_py(bufferOf(file)));
  return {};
}

Result<Owned<Str>> textReadLine_py(Borrowed<TextFile> file, int64_t limit) {
  TRY(startReading_py(file));
  size_t searched = file->used;
  for (;;) {
    size_t end = lineEnd(file, searched);
    if (limit >= 0) {
      int64_t left = limit;
      size_t stop = skipCharacters(file->decoded, file->used, &left);
      if (left == 0 && (end == SIZE_MAX || stop < end))
        return takeDecoded(file, stop);
    }
    if (end != SIZE_MAX)
      return takeDecoded(file, end);
    size_t have = file->decoded.size() - file->used;
    bool more = TRY(readMore_py(file));
    if (!more)
      return takeDecoded(file, file->decoded.size());
    searched = file->used + (file->newline == Newline::kCrLf && have ? have - 1 : have);
  }
}

Result<void> textClose_py(Borrowed<TextFile> file) {
  if (file->buffer.isNull())
    return raise(ValueError, "underlying buffer has been detached");
  if (bufferOf(file)->closed)
    return {};
  Result<void> handed = handOver_py(file);
  if (!handed.raised())
    return binaryClose_py(bufferOf(file));
  PendingSaver saver;
  if (binaryClose_py(bufferOf(file)).raised())
    clearPending();
  return Raised{};
}

// ---- Methods ----------------------------------------------------------------------------------------

Result<Owned<>> TextIOWrapper_read(Borrowed<TextFile> self, Borrowed<> size) {
  int64_t count = -1;
  if (!isNone(size))
    count = TRY(indexToInt64_py(size));
  TRY(startReading_py(self));
  if (count >= 0) {
    for (;;) {
      int64_t left = count;
      size_t end = skipCharacters(self->decoded, self->used, &left);
      if (left == 0)
        return Owned<>(takeDecoded(self, end));
      bool more = TRY(readMore_py(self));
      if (!more)
        return Owned<>(takeDecoded(self, self->decoded.size()));
    }
  }
  ByteBuffer bytes(std::move(self->tail));
  if (self->used == self->decoded.size())
    dropDecoded(self);
  TRY(binaryReadAll_py(bufferOf(self), bytes));
  TRY(decode_py(self, bytes, true));
  Owned<Str> text = takeDecoded(self, self->decoded.size());
  dropDecoded(self);
  return Owned<>(std::move(text));
}

Result<Owned<Str>> TextIOWrapper_readline(Borrowed<TextFile> self, int64_t size) { return textReadLine_py(self, size); }

Result<Owned<>> TextIOWrapper_readlines(Borrowed<TextFile> self, Borrowed<> hint) {
  int64_t limit = -1, total = 0;
  if (!isNone(hint))
    limit = TRY(indexToInt64_py(hint));
  Owned<List> lines = makeList();
  for (;;) {
    Owned<Str> line = TRY(textReadLine_py(self, -1));
    if (!line->size)
      return Owned<>(std::move(lines));
    listAppend(lines, line.borrow());
    total += static_cast<int64_t>(line->length);
    if (limit > 0 && total >= limit)
      return Owned<>(std::move(lines));
  }
}

Result<int64_t> TextIOWrapper_write(Borrowed<TextFile> self, Borrowed<> text) {
  if (!isStr(text))
    return raise(TypeError, "write() argument must be str, not %T", text);
  TRY(textWrite_py(self, text.as<Str>()));
  return static_cast<int64_t>(text.as<Str>()->length);
}

Result<void> TextIOWrapper_writelines(Borrowed<TextFile> self, Borrowed<> lines) {
  TRY(checkOpen(self));
  return forEach_py(lines, [&](Borrowed<> line) -> Result<bool> {
    (void)TRY(TextIOWrapper_write(self, line));
    return true;
  });
}

Result<int64_t> TextIOWrapper_tell(Borrowed<TextFile> self) {
  TRY(checkOpen(self));
  if (!self->telling)
    return raise(OSError, "telling position disabled by next() call");
  TRY(textFlush_py(self));
  int64_t position = TRY(binaryTell_py(bufferOf(self)));
  return position - static_cast<int64_t>(self->tail.size()) -
         static_cast<int64_t>(self->raw.size() - consumedRaw(self));
}

Result<int64_t> TextIOWrapper_seek(Borrowed<TextFile> self, int64_t cookie, int64_t whence) {
  TRY(checkOpen(self));
  if (whence == 1) {
    if (cookie != 0)
      return raiseUnsupported("can't do nonzero cur-relative seeks");
    cookie = TRY(TextIOWrapper_tell(self));
  } else if (whence == 2) {
    if (cookie != 0)
      return raiseUnsupported("can't do nonzero end-relative seeks");
  } else if (whence != 0) {
    return raise(ValueError, "invalid whence (%d, should be 0, 1 or 2)", whence);
  } else if (cookie < 0) {
    return raise(ValueError, "negative seek position %d", cookie);
  }
  TRY(textFlush_py(self));
  dropDecoded(self);
  self->tail.clear();
  self->telling = true;
  return binarySeek_py(bufferOf(self), cookie, whence == 2 ? 2 : 0);
}

Result<int64_t> TextIOWrapper_truncate(Borrowed<TextFile> self, Borrowed<> size) {
  TRY(textFlush_py(self));
  Borrowed<BinaryFile> buffer = bufferOf(self);
  if (!buffer->writable)
    return raiseUnsupported("truncate");
  int64_t length;
  if (isNone(size))
    length = TRY(TextIOWrapper_tell(self));
  else
    length = TRY(indexToInt64_py(size));
  if (ftruncate(buffer->descriptor, static_cast<off_t>(length)) != 0)
    return raiseErrno(errno, {});
  return length;
}

Result<void> TextIOWrapper_flush(Borrowed<TextFile> self) { return textFlush_py(self); }
Result<void> TextIOWrapper_close(Borrowed<TextFile> self) { return textClose_py(self); }
Result<Owned<>> TextIOWrapper_detach(Borrowed<TextFile> self) {
  TRY(textFlush_py(self));
  return Owned<>::steal(std::exchange(self->buffer, Value()));
}
Result<int64_t> TextIOWrapper_fileno(Borrowed<TextFile> self) {
  if (self->buffer.isNull())
    return raise(ValueError, "underlying buffer has been detached");
  if (bufferOf(self)->closed)
    return raise(ValueError, "I/O operation on closed file");
  return int64_t{bufferOf(self)->descriptor};
}
Result<bool> TextIOWrapper_isatty(Borrowed<TextFile> self) {
  TRY(checkOpen(self));
  return isatty(bufferOf(self)->descriptor) == 1;
}
Result<bool> TextIOWrapper_readable(Borrowed<TextFile> self) {
  TRY(checkOpen(self));
  return bufferOf(self)->readable;
}
Result<bool> TextIOWrapper_writable(Borrowed<TextFile> self) {
  TRY(checkOpen(self));
  return bufferOf(self)->writable;
}
Result<bool> TextIOWrapper_seekable(Borrowed<TextFile> self) {
  TRY(checkOpen(self));
  return lseek(bufferOf(self)->descriptor, 0, SEEK_CUR) >= 0;
}

Result<void> TextIOWrapper_reconfigure(Borrowed<TextFile> self, Borrowed<> encoding, Borrowed<> errors,
                                   Borrowed<> newline, Borrowed<> lineBuffering, Borrowed<> writeThrough) {
  if ((!isNone(encoding) || newline) && !self->decoded.empty())
    return raiseUnsupported("not possible to set the encoding or newline of stream after the first read");
  TRY(textFlush_py(self));
  if (!isNone(encoding)) {
    if (!isStr(encoding))
      return raise(TypeError, "reconfigure() argument 'encoding' must be str or None, not %T", encoding);
    setField(self->encodingName, encoding);
    self->encoding = encodingOf(encoding.as<Str>());
    if (isNone(errors))
      setField(self->errorsName, "strict"_str);
  }
  if (!isNone(errors)) {
    if (!isStr(errors))
      return raise(TypeError, "reconfigure() argument 'errors' must be str or None, not %T", errors);
    setField(self->errorsName, errors);
  }
  self->strict = strEqual(Borrowed<Str>(self->errorsName), "strict");
  if (newline)
    self->newline = TRY(newlineOf_py(newline));
  if (!isNone(lineBuffering))
    self->lineBuffered = TRY(truth_py(lineBuffering));
  if (!isNone(writeThrough))
    self->writeThrough = TRY(truth_py(writeThrough));
  return {};
}

Result<Newline> newlineOf_py(Borrowed<> newline) {
  if (!newline || isNone(newline))
    return Newline::kUniversal;
  if (!isStr(newline))
    return raise(TypeError, "open() argument 'newline' must be str or None, not %T", newline);
  Borrowed<Str> text = newline.as<Str>();
  if (strEqual(text, ""))
    return Newline::kKeep;
  if (strEqual(text, "\n"))
    return Newline::kLf;
  if (strEqual(text, "\r"))
    return Newline::kCr;
  if (strEqual(text, "\r\n"))
    return Newline::kCrLf;
  return raise(ValueError, "illegal newline value: %S", newline);
}

Result<Owned<>> TextIOWrapper_enter(Borrowed<TextFile> self) {
  TRY(checkOpen(self));
  return Owned<>::retain(self);
}
Result<void> TextIOWrapper_exit(Borrowed<TextFile> self, Borrowed<Tuple>) { return textClose_py(self); }
Result<bool> TextIOWrapper_closed(Borrowed<TextFile> self) {
  if (self->buffer.isNull())
    return raise(ValueError, "underlying buffer has been detached");
  return bufferOf(self)->closed;
}
Result<Owned<>> TextIOWrapper_name(Borrowed<TextFile> self) {
  if (self->buffer.isNull())
    return raise(ValueError, "underlying buffer has been detached");
  return Owned<>::retain(Borrowed<>(bufferOf(self)->name));
}
Result<Owned<>> TextIOWrapper_mode(Borrowed<TextFile> self) {
  if (self->mode.isNull())
    return raiseNoAttribute(self, "mode"_str);
  return Owned<>::retain(Borrowed<>(self->mode));
}
Result<Owned<>> TextIOWrapper_buffer(Borrowed<TextFile> self) {
  if (self->buffer.isNull())
    return raise(ValueError, "underlying buffer has been detached");
  return Owned<>::retain(Borrowed<>(self->buffer));
}
Result<Owned<>> TextIOWrapper_encoding(Borrowed<TextFile> self) {
  return Owned<>::retain(Borrowed<>(self->encodingName));
}
Result<Owned<>> TextIOWrapper_errors(Borrowed<TextFile> self) { return Owned<>::retain(Borrowed<>(self->errorsName)); }
Result<Owned<>> TextIOWrapper_newlines(Borrowed<TextFile> self) {
  static constexpr unsigned kBits[] = {2, 1, 4};
  const Borrowed<> names[] = {"\r"_str, "\n"_str, "\r\n"_str};
  Value found[3];
  uint64_t count = 0;
  for (int i = 0; i < 3; ++i)
    if (self->newlinesSeen & kBits[i])
      found[count++] = names[i].value();
  if (!count)
    return ownedNone();
  if (count == 1)
    return Owned<>::retain(Borrowed<>(found[0]));
  return Owned<>(makeTuple(found, count));
}
Result<bool> TextIOWrapper_line_buffering(Borrowed<TextFile> self) { return self->lineBuffered; }
Result<bool> TextIOWrapper_write_through(Borrowed<TextFile> self) { return self->writeThrough; }

// ---- The type ---------------------------------------------------------------------------------------

namespace {

Borrowed<TextFile> asText(Borrowed<> self) { return self.as<TextFile>(); }

void destroyText(Object *object) {
  TextFile *file = static_cast<TextFile *>(object);
  if (!file->buffer.isNull() && !bufferOf(Borrowed<TextFile>(file))->closed) {
    PendingSaver saver;
    if (textClose_py(Borrowed<TextFile>(file)).raised())
      clearPending();
  }
  for (Value *field : {&file->dict, &file->buffer, &file->mode, &file->encodingName, &file->errorsName})
    setField(*field, {});
  for (ByteBuffer *buffer : {&file->pending, &file->decoded, &file->raw, &file->tail})
    buffer->release();
}
void traverseText(Object *object, Visitor &visitor) {
  visitor.visit(static_cast<TextFile *>(object)->dict);
  visitor.visit(static_cast<TextFile *>(object)->buffer);
}
Result<Owned<>> iterate(Borrowed<> self) {
  TRY(checkOpen(asText(self)));
  return Owned<>::retain(self);
}
Result<Owned<>> nextLine_py(Borrowed<> self) {
  asText(self)->telling = false;
  Owned<Str> line = TRY(textReadLine_py(asText(self), -1));
  if (line->size)
    return Owned<>(std::move(line));
  asText(self)->telling = true;
  return ownedExhausted();
}
Result<Owned<Str>> textRepr(Borrowed<> self) {
  Borrowed<TextFile> file = asText(self);
  if (file->buffer.isNull())
    return file->mode.isNull() ? formatStr("<_io.TextIOWrapper encoding=%R>", Borrowed<>(file->encodingName))
                               : formatStr("<_io.TextIOWrapper mode=%R encoding=%R>", Borrowed<>(file->mode),
                                           Borrowed<>(file->encodingName));
  Borrowed<> name(bufferOf(file)->name);
  if (file->mode.isNull())
    return formatStr("<_io.TextIOWrapper name=%R encoding=%R>", name, Borrowed<>(file->encodingName));
  return formatStr("<_io.TextIOWrapper name=%R mode=%R encoding=%R>", name, Borrowed<>(file->mode),
                   Borrowed<>(file->encodingName));
}

} // namespace

extern "C" constinit Type molt_type_TextIOWrapper{TypeSpec{.name = "TextIOWrapper",
                                                           .module = "_io",
                                                           .size = sizeof(TextFile),
                                                           .flags = kTypeGC | kTypeNoNew | kTypeHasWeakrefs,
                                                           .methods = TextIOWrapper_methods,
                                                           .getsets = TextIOWrapper_getset,
                                                           .destroy = destroyText,
                                                           .traverse = traverseText,
                                                           .repr = textRepr,
                                                           .iter = iterate,
                                                           .next = nextLine_py,
                                                           .dictOffset = offsetof(TextFile, dict)}};

} // namespace molt
