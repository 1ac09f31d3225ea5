#include "runtime/core/exception_text.h"

#include "runtime/core/attribute.h"
#include "runtime/core/containers.h"
#include "runtime/core/heap_type.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/io/source_marks.h"
#include "runtime/types/traceback.h"

#include <fcntl.h>
#include <unistd.h>

namespace molt {

namespace {

// The last source file that a traceback showed: most entries lie in the same one.
class SourceCache {
  ByteBuffer text_;
  const Str *name_ = nullptr;

public:
  TextRange find(const Str *name) {
    if (name != name_) {
      name_ = name;
      text_.clear();
      int file = open(name->data(), O_RDONLY);
      if (file >= 0) {
        for (;;) {
          ssize_t count = read(file, text_.reserve(65536), 65536);
          if (count <= 0)
            break;
          text_.grow(static_cast<size_t>(count));
        }
        close(file);
      }
      if (text_.size() >= 3 && !std::memcmp(text_.data(), "\xEF\xBB\xBF", 3))
        text_.dropFront(3);
    }
    return {text_.data(), text_.size()};
  }
};

void appendStr(ByteBuffer &out, Borrowed<Str> text) { out.append(text->data(), text->size); }

// ---- Entries ------------------------------------------------------------------------------------

bool sameStr(const Str *left, const Str *right) {
  return left == right || (left->size == right->size && !std::memcmp(left->data(), right->data(), left->size));
}

class EntryPrinter {
  static constexpr unsigned kShownRepeats = 3;
  ByteBuffer &out_;
  SourceCache sources_;
  bool marked_;
  const Code *code_ = nullptr;
  uint32_t line_ = 0;
  uint64_t count_ = 0;

  void finishRepeats() {
    if (count_ <= kShownRepeats)
      return;
    uint64_t more = count_ - kShownRepeats;
    out_.append("  [Previous line repeated ");
    out_.appendDecimal(static_cast<int64_t>(more));
    out_.append(more > 1 ? " more times]\n" : " more time]\n");
  }

public:
  EntryPrinter(ByteBuffer &out, bool marked) : out_(out), marked_(marked) {}
  ~EntryPrinter() { finishRepeats(); }

  void add(const Traceback &entry) {
    const Code *code = entry.code;
    Position position = positionOf(entry);
    if (!code_ || line_ != position.line || !sameStr(code->filename, code_->filename) ||
        !sameStr(code->name, code_->name)) {
      finishRepeats();
      code_ = code;
      line_ = position.line;
      count_ = 0;
    }
    if (++count_ > kShownRepeats)
      return;
    out_.append("  File \"");
    appendStr(out_, Borrowed<Str>(code->filename.get()));
    out_.append("\", line ");
    out_.appendDecimal(position.line);
    out_.append(", in ");
    appendStr(out_, Borrowed<Str>(code->name.get()));
    out_.append('\n');
    if (!marked_)
      position.endLine = 0;
    if (marked_ || !runtime().finalizing) // the interpreter reads no files any more at its end
      appendSourceLines(out_, sources_.find(code->filename), position);
  }
};

void appendEntries(ByteBuffer &out, Borrowed<> exception, bool marked) {
  EntryPrinter printer(out, marked);
  for (Borrowed<Traceback> at = tracebackOf(exception); at; at = Borrowed<Traceback>(at->next))
    printer.add(*at);
}

// ---- Reports with the margins of groups ---------------------------------------------------------

class Report {
  ByteBuffer &out_;
  unsigned depth_ = 0; // of nested groups
  bool needClose_ = false;
  static constexpr uint64_t kMostMembers = 15;
  static constexpr unsigned kMostDepth = 10;

  // What is shown of the exceptions that a report reaches: each once, in the order CPython finds them.
  struct Link {
    Object *exception;
    Object *cause, *context; // null: not shown
  };
  ByteBuffer links_;
  Link *links() { return reinterpret_cast<Link *>(links_.data()); }
  size_t linkCount() const { return links_.size() / sizeof(Link); }
  void note(Borrowed<> exception) {
    Link link{exception.value().asObject(), nullptr, nullptr};
    retain(exception.value());
    links_.append(reinterpret_cast<const char *>(&link), sizeof link);
  }
  Link *find(Borrowed<> exception) {
    for (size_t i = linkCount(); i-- > 0;)
      if (links()[i].exception == exception.value().asObject())
        return &links()[i];
    return nullptr;
  }

  void collect(Borrowed<> top) {
    ByteBuffer queue;
    auto push = [&](Borrowed<> exception) {
      note(exception);
      Object *object = exception.value().asObject();
      queue.append(reinterpret_cast<const char *>(&object), sizeof object);
    };
    push(top);
    while (!queue.empty()) {
      Object *object;
      queue.truncate(queue.size() - sizeof object);
      std::memcpy(&object, queue.data() + queue.size(), sizeof object);
      Borrowed<> exception(Value::fromObject(object));
      ExceptionObject *current = asException(exception);
      Borrowed<> cause(current->cause), context(current->context);
      bool withCause = cause && !find(cause);
      if (withCause) {
        find(exception)->cause = cause.value().asObject();
        note(cause);
      }
      bool withContext = !withCause && context && !(current->flags & kSuppressContext) && !find(context);
      if (withContext) {
        find(exception)->context = context.value().asObject();
        note(context);
      }
      Borrowed<Tuple> members;
      if (isInstance(exception, molt_is_BaseExceptionGroup)) {
        members = Borrowed<Tuple>(static_cast<layout::ExceptionGroup *>(current)->exceptions);
        for (uint64_t i = 0; i < members->length; ++i)
          note(Borrowed<>(members->items()[i]));
      }
      auto enqueue = [&](Object *next) { queue.append(reinterpret_cast<const char *>(&next), sizeof next); };
      if (withCause)
        enqueue(cause.value().asObject());
      if (withContext)
        enqueue(context.value().asObject());
      for (uint64_t i = 0; members && i < members->length; ++i)
        enqueue(members->items()[i].asObject());
    }
  }

  void indent() { out_.appendRepeated(' ', 2 * depth_); }
  // Every line of text behind the margin of the group.
  void emit(const ByteBuffer &text, char margin = '|') {
    size_t start = 0;
    for (size_t i = 0; i < text.size(); ++i) {
      if (text[i] != '\n' && i + 1 != text.size())
        continue;
      if (depth_) {
        indent();
        out_.append(margin);
        out_.append(' ');
      }
      out_.append(text.data() + start, i + 1 - start);
      start = i + 1;
    }
  }
  void emit(const char *text, char margin = '|') {
    ByteBuffer copy;
    copy.append(text);
    emit(copy, margin);
  }

  void emitEntries(Borrowed<> exception) {
    ByteBuffer entries;
    appendEntries(entries, exception, true);
    emit(entries);
  }

  void plain_py(Borrowed<> exception) {
    if (tracebackOf(exception)) {
      emit("Traceback (most recent call last):\n");
      emitEntries(exception);
    }
    ByteBuffer last;
    appendLast_py(last, exception);
    emit(last);
  }

  void group_py(Borrowed<> exception) {
    if (depth_ > kMostDepth) {
      emit("... (max_group_depth is 10)\n");
      return;
    }
    bool top = depth_ == 0;
    if (top)
      ++depth_;
    if (tracebackOf(exception)) {
      emit("Exception Group Traceback (most recent call last):\n", top ? '+' : '|');
      emitEntries(exception);
    }
    ByteBuffer last;
    appendLast_py(last, exception);
    emit(last);
    members_py(Borrowed<Tuple>(static_cast<layout::ExceptionGroup *>(asException(exception))->exceptions));
    if (top)
      depth_ = 0;
  }

  void members_py(Borrowed<Tuple> members) {
    uint64_t shown = members->length <= kMostMembers ? members->length : kMostMembers + 1;
    needClose_ = false;
    for (uint64_t i = 0; i < shown; ++i) {
      bool last = i + 1 == shown, truncated = i >= kMostMembers;
      if (last)
        needClose_ = true;
      indent();
      out_.append(i == 0 ? "+-" : "  ");
      out_.append("+---------------- ");
      if (truncated)
        out_.append("...");
      else
        out_.appendDecimal(static_cast<int64_t>(i + 1));
      out_.append(" ----------------\n");
      ++depth_;
      if (truncated) {
        uint64_t more = members->length - kMostMembers;
        ByteBuffer text;
        text.append("and ");
        text.appendDecimal(static_cast<int64_t>(more));
        text.append(more > 1 ? " more exceptions\n" : " more exception\n");
        emit(text);
      } else {
        chain_py(Borrowed<>(members->items()[i]));
      }
      if (last && needClose_) {
        indent();
        out_.append("+------------------------------------\n");
        needClose_ = false;
      }
      --depth_;
    }
  }

  // ---- The last lines: the type, the message, notes ----------------------------------------------

  static void appendLast_py(ByteBuffer &out, Borrowed<> exception) {
    if (isInstance(exception, SyntaxError))
      appendSyntaxError_py(out, exception);
    else
      appendMessage_py(out, exception);
    appendNotes_py(out, exception);
  }

  static void appendSafe_py(ByteBuffer &out, Borrowed<> value, const char *failed, bool repr = false) {
    Result<Owned<Str>> text = repr ? repr_py(value) : str_py(value);
    if (text.raised()) {
      clearPending();
      out.append(failed);
    } else {
      appendStr(out, text.take());
    }
  }

  static void appendMessage_py(ByteBuffer &out, Borrowed<> exception) {
    appendTypeName(out, typeOf(exception));
    ByteBuffer message;
    appendSafe_py(message, exception, "<exception str() failed>");
    appendSuggestion_py(message, exception);
    if (!message.empty()) {
      out.append(": ");
      out.append(message);
    }
    out.append('\n');
  }

  static void appendNotes_py(ByteBuffer &out, Borrowed<> exception) {
    Result<Owned<>> found = getOptionalAttribute_py(exception, "__notes__"_str);
    if (found.raised()) {
      Owned<> failure = takePending();
      out.append("Ignored error getting __notes__: ");
      appendSafe_py(out, failure, "<__notes__ repr() failed>", true);
      out.append('\n');
      return;
    }
    Owned<> notes = found.take();
    if (isExhausted(notes) || isNone(notes))
      return;
    if (!isList(notes) && !isTuple(notes)) {
      appendSafe_py(out, notes, "<__notes__ repr() failed>", true);
      out.append('\n');
      return;
    }
    Result<void> done = forEach_py(notes, [&](Borrowed<> note) -> Result<bool> {
      appendSafe_py(out, note, "<note str() failed>");
      out.append('\n');
      return true;
    });
    if (done.raised())
      clearPending();
  }

  // "  File "x.py", line 3", the line and its marks, and the message.
  static void appendSyntaxError_py(ByteBuffer &out, Borrowed<> exception) {
    auto *error = static_cast<layout::SyntaxError *>(asException(exception));
    auto given = [](Value value) { return !value.isNull() && !isNone(Borrowed<>(value)); };
    bool suffix = false;
    if (given(error->line)) {
      out.append("  File \"");
      if (given(error->filename))
        appendSafe_py(out, Borrowed<>(error->filename), "<string>");
      else
        out.append("<string>");
      out.append("\", line ");
      appendSafe_py(out, Borrowed<>(error->line), "?");
      out.append('\n');
    } else {
      suffix = given(error->filename);
    }
    if (given(error->text) && isStr(Borrowed<>(error->text)))
      appendSyntaxLine(out, error);
    appendTypeName(out, typeOf(exception));
    out.append(": ");
    if (given(error->message))
      appendSafe_py(out, Borrowed<>(error->message), "<exception str() failed>");
    else
      out.append("<no detail available>");
    if (suffix) {
      out.append(" (");
      appendSafe_py(out, Borrowed<>(error->filename), "?");
      out.append(')');
    }
    out.append('\n');
  }

  static void appendSyntaxLine(ByteBuffer &out, layout::SyntaxError *error) {
    Borrowed<Str> text(error->text);
    size_t size = text->size, spaces = 0;
    while (size && text->data()[size - 1] == '\n')
      --size;
    while (spaces < size && std::strchr(" \n\f", text->data()[spaces]))
      ++spaces;
    out.append("    ");
    out.append(text->data() + spaces, size - spaces);
    out.append('\n');
    auto number = [](Value value, int64_t *result) {
      return !value.isNull() && isInt(Borrowed<>(value)) && intToInt64(Borrowed<>(value), result);
    };
    int64_t offset, end, line = -1, endLine = -2;
    if (!number(error->offset, &offset))
      return;
    int64_t length = static_cast<int64_t>(text->length), shown = length - static_cast<int64_t>(text->size - size);
    number(error->line, &line);
    bool sameLine = number(error->endLine, &endLine) ? line == endLine : false;
    if (!sameLine)
      end = shown + 1;
    else if (!number(error->endOffset, &end) || end == 0)
      end = offset;
    if (length && offset > length)
      offset = shown + 1;
    if (length && end > length)
      end = shown + 1;
    if (offset >= end || end < 0)
      end = offset + 1;
    int64_t column = offset - 1 - static_cast<int64_t>(spaces);
    if (column < 0)
      return;
    out.append("    ");
    for (int64_t i = 0; i < column; ++i) {
      size_t at = spaces + static_cast<size_t>(i);
      out.append(at < size && text->data()[at] == '\t' ? '\t' : ' ');
    }
    out.appendRepeated('^', static_cast<size_t>(end - offset));
    out.append('\n');
  }

public:
  explicit Report(ByteBuffer &out) : out_(out) {}

  ~Report() {
    for (size_t i = 0; i < linkCount(); ++i)
      release(Value::fromObject(links()[i].exception));
  }

  void print_py(Borrowed<> exception) {
    collect(exception);
    chain_py(exception);
  }

private:
  // What it came from first, then the exception.
  void chain_py(Borrowed<> exception) {
    ByteBuffer steps;
    for (Link *link = find(exception); link;) {
      steps.append(reinterpret_cast<const char *>(&link), sizeof link);
      Object *next = link->cause ? link->cause : link->context;
      link = next ? find(Borrowed<>(Value::fromObject(next))) : nullptr;
    }
    Link **list = reinterpret_cast<Link **>(steps.data());
    for (size_t i = steps.size() / sizeof(Link *); i-- > 0;) {
      Borrowed<> current(Value::fromObject(list[i]->exception));
      if ((i + 1) * sizeof(Link *) < steps.size())
        emit(list[i]->cause
                 ? "\nThe above exception was the direct cause of the following exception:\n\n"
                 : "\nDuring handling of the above exception, another exception occurred:\n\n");
      if (isInstance(current, molt_is_BaseExceptionGroup))
        group_py(current);
      else
        plain_py(current);
    }
  }
};

} // namespace

void appendTypeName(ByteBuffer &out, Type *type) {
  if (!type->isHeap()) {
    if (std::strcmp(type->module, "builtins") != 0) {
      out.append(type->module);
      out.append('.');
    }
    out.append(type->name);
    return;
  }
  Borrowed<> module = dictFindName(Borrowed<Dict>(typeData(type).dict.get()), "__module__"_str);
  if (!module || !isStr(module)) {
    out.append("<unknown>.");
  } else if (!strEqual(module.as<Str>(), "builtins") && !strEqual(module.as<Str>(), "__main__")) {
    appendStr(out, module.as<Str>());
    out.append('.');
  }
  Borrowed<> qualname(asHeap(type)->qualname);
  if (qualname && isStr(qualname))
    appendStr(out, qualname.as<Str>());
  else
    out.append(type->name);
}

void appendException_py(ByteBuffer &out, Borrowed<> exception) { Report(out).print_py(exception); }

void appendPlainTraceback(ByteBuffer &out, Borrowed<> exception) {
  if (!tracebackOf(exception))
    return;
  out.append("Traceback (most recent call last):\n");
  appendEntries(out, exception, false);
}

} // namespace molt
