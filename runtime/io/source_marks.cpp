#include "runtime/io/source_marks.h"

#include "runtime/io/display_width.h"

namespace molt {

namespace {

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\f' || c == '\v' || c == '\r' || c == '\n'; }

TextRange rightStripped(TextRange text) {
  while (text.size && isBlank(text.data[text.size - 1]))
    --text.size;
  return text;
}
size_t indentation(TextRange text) {
  size_t count = 0;
  while (count < text.size && isBlank(text.data[count]))
    ++count;
  return count;
}

bool isWordByte(unsigned char c) {
  return c == '_' || c >= 0x80 || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}
size_t skipSpaces(TextRange text, size_t at) {
  while (at < text.size && (text.data[at] == ' ' || text.data[at] == '\t'))
    ++at;
  return at;
}

bool isAscii(TextRange text) {
  for (size_t i = 0; i < text.size; ++i)
    if (text.data[i] & 0x80)
      return false;
  return true;
}

// The columns of a line's first `bytes` bytes.
uint32_t columnsOf(TextRange line, size_t bytes) {
  if (bytes > line.size)
    bytes = line.size;
  if (isAscii(line))
    return static_cast<uint32_t>(bytes);
  uint32_t columns = 0;
  for (size_t i = 0; i < bytes;) {
    unsigned char c = line.data[i];
    int size = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    uint32_t point = size == 1 ? c : c & (0x7F >> size);
    for (int k = 1; k < size && i + k < line.size; ++k)
      point = point << 6 | (line.data[i + k] & 0x3F);
    columns += displayWidth(point);
    i += size;
  }
  return columns;
}
size_t byteOfCharacter(TextRange line, uint32_t characters) {
  size_t at = 0;
  while (characters && at < line.size) {
    ++at;
    while (at < line.size && (line.data[at] & 0xC0) == 0x80)
      ++at;
    --characters;
  }
  return at;
}

// One frame's lines, cut out of the source, without their common indentation.
class Frame {
  static constexpr uint32_t kFew = 8;
  TextRange few_[kFew];
  TextRange *lines_ = few_;
  uint32_t count_;
  size_t startByte_, endByte_; // in the first and the last line
  uint32_t startColumn_, endColumn_;
  bool anchored_ = false, marked_ = false;
  MarkAnchors anchors_{};
  uint32_t anchorLeft_ = 0, anchorRight_ = 0; // columns
  ByteBuffer result_;

  void removeCommonIndentation() {
    TextRange margin{nullptr, 0};
    bool any = false;
    for (uint32_t i = 0; i < count_; ++i) {
      size_t indent = indentation(lines_[i]);
      if (indent == lines_[i].size)
        continue;
      if (!any) {
        margin = {lines_[i].data, indent};
        any = true;
      }
      size_t common = 0;
      while (common < margin.size && common < indent && margin.data[common] == lines_[i].data[common])
        ++common;
      margin.size = common;
    }
    for (uint32_t i = 0; i < count_; ++i) {
      size_t cut = lines_[i].size < margin.size ? lines_[i].size : margin.size;
      lines_[i].data += cut;
      lines_[i].size -= cut;
    }
    startByte_ = startByte_ < margin.size ? 0 : startByte_ - margin.size;
    endByte_ = endByte_ < margin.size ? 0 : endByte_ - margin.size;
  }

  void segment(ByteBuffer &out) const {
    for (uint32_t i = 0; i < count_; ++i) {
      size_t from = i == 0 ? startByte_ : 0, to = i == count_ - 1 ? endByte_ : lines_[i].size;
      if (from > lines_[i].size)
        from = lines_[i].size;
      if (to > lines_[i].size)
        to = lines_[i].size;
      if (i)
        out.append('\n');
      if (from < to)
        out.append(lines_[i].data + from, to - from);
    }
  }

  // `return f(...)` and `x = f(...)` need no marks when they are the whole statement.
  bool isPlainCall() const {
    TextRange line = lines_[0], last = lines_[count_ - 1];
    if (!anchored_ || !anchors_.isCall || indentation(line))
      return false;
    size_t after = endByte_ < last.size ? endByte_ : last.size;
    while (after < last.size && isBlank(last.data[after]))
      ++after;
    if (after < last.size && last.data[after] != '#' && last.data[after] != ';')
      return false;
    size_t word = 0;
    while (word < line.size && isWordByte(line.data[word]))
      ++word;
    bool returns = word == 6 && !std::memcmp(line.data, "return", 6);
    size_t at = skipSpaces(line, word);
    if (returns)
      return at == startByte_ && anchors_.isNamedCall;
    if (!word || at >= line.size || line.data[at] != '=')
      return false;
    return skipSpaces(line, at + 1) == startByte_;
  }

  bool hasTextAround() const {
    TextRange first{lines_[0].data, startByte_ < lines_[0].size ? startByte_ : lines_[0].size};
    if (indentation(first) < first.size)
      return true;
    const TextRange &last = lines_[count_ - 1];
    return endByte_ < last.size && rightStripped({last.data + endByte_, last.size - endByte_}).size;
  }

  void outputLine(uint32_t number) {
    TextRange line = lines_[number];
    result_.append(line.data, line.size);
    result_.append('\n');
    if (!marked_)
      return;
    uint32_t spaces = static_cast<uint32_t>(indentation(line));
    uint32_t columns = number == count_ - 1 ? endColumn_ : columnsOf(line, line.size);
    for (uint32_t column = 0; column < columns; ++column) {
      bool before = column < spaces || (number == 0 && column < startColumn_);
      bool inside = anchored_ &&
                    (number > anchors_.leftLine || (number == anchors_.leftLine && column >= anchorLeft_)) &&
                    (number < anchors_.rightLine || (number == anchors_.rightLine && column < anchorRight_));
      result_.append(before ? ' ' : inside || !anchored_ ? '^' : '~');
    }
    result_.append('\n');
  }

  bool isSignificant(uint32_t number) const {
    if (number == 0 || number == count_ - 1)
      return true;
    auto near = [&](uint32_t line) { return number + 1 >= line && number <= line + 1; };
    return anchored_ && (near(anchors_.leftLine) || near(anchors_.rightLine));
  }

  void findAnchors() {
    ByteBuffer text;
    segment(text);
    anchored_ = findMarkAnchors({text.data(), text.size()}, &anchors_);
    if (anchored_) {
      auto columns = [&](uint32_t line, uint32_t character) {
        size_t start = line == 0 ? startByte_ : 0;
        TextRange rest{lines_[line].data + start, lines_[line].size - start};
        return columnsOf(lines_[line], start + byteOfCharacter(rest, character));
      };
      anchorLeft_ = columns(anchors_.leftLine, anchors_.leftColumn);
      anchorRight_ = columns(anchors_.rightLine, anchors_.rightColumn);
    }
    marked_ = !isPlainCall() && (anchored_ || hasTextAround());
  }

  // Without the indentation that all lines of the result share, and four spaces before each.
  void emit(ByteBuffer &out) {
    size_t margin = SIZE_MAX;
    forEachLine([&](TextRange line) {
      size_t indent = indentation(line);
      if (indent < line.size && indent < margin)
        margin = indent;
    });
    if (margin == SIZE_MAX)
      margin = 0;
    forEachLine([&](TextRange line) {
      out.append("    ", 4);
      if (indentation(line) < line.size)
        out.append(line.data + margin, line.size - margin);
      out.append('\n');
    });
  }
  template <class Action> void forEachLine(Action action) {
    size_t start = 0;
    for (size_t i = 0; i < result_.size(); ++i)
      if (result_[i] == '\n') {
        action(TextRange{result_.data() + start, i - start});
        start = i + 1;
      }
  }

public:
  Frame(TextRange source, const Position &position) {
    bool known = position.endLine >= position.line && position.endLine;
    count_ = known ? position.endLine - position.line + 1 : 1;
    if (count_ > kFew)
      lines_ = static_cast<TextRange *>(std::malloc(count_ * sizeof(TextRange)));
    size_t at = 0;
    for (uint32_t line = 1; line < position.line + count_; ++line) {
      const char *end = at < source.size
                            ? static_cast<const char *>(std::memchr(source.data + at, '\n', source.size - at))
                            : nullptr;
      size_t stop = end ? end - source.data : source.size;
      if (line >= position.line)
        lines_[line - position.line] = rightStripped({source.data + at, stop - at});
      at = end ? stop + 1 : source.size;
    }
    startByte_ = position.column;
    endByte_ = position.endColumn;
    marked_ = known;
  }
  ~Frame() {
    if (lines_ != few_)
      std::free(lines_);
  }

  bool isEmpty() const {
    for (uint32_t i = 0; i < count_; ++i)
      if (lines_[i].size)
        return false;
    return true;
  }

  void append(ByteBuffer &out) {
    if (!marked_) {
      size_t indent = indentation(lines_[0]);
      if (indent == lines_[0].size)
        return;
      out.append("    ", 4);
      out.append(lines_[0].data + indent, lines_[0].size - indent);
      out.append('\n');
      return;
    }
    removeCommonIndentation();
    startColumn_ = columnsOf(lines_[0], startByte_);
    endColumn_ = columnsOf(lines_[count_ - 1], endByte_);
    findAnchors();
    uint32_t previous = 0;
    for (uint32_t line = 0; line < count_; ++line) {
      if (!isSignificant(line))
        continue;
      if (line - previous == 2) {
        outputLine(line - 1);
      } else if (line - previous > 2) {
        result_.append("...<");
        result_.appendDecimal(line - previous - 1);
        result_.append(" lines>...\n");
      }
      outputLine(line);
      previous = line;
    }
    emit(out);
  }
};

} // namespace

void appendSourceLines(ByteBuffer &out, TextRange source, const Position &position) {
  if (!position.line)
    return;
  Frame frame(source, position);
  if (!frame.isEmpty())
    frame.append(out);
}

} // namespace molt
