#include "frontend/diagnostics.h"

#include "frontend/source.h"
#include "frontend/unicode.h"

namespace molt {

const char *nameOf(DiagnosticKind kind) {
  switch (kind) {
  case DiagnosticKind::SyntaxError:
    return "SyntaxError";
  case DiagnosticKind::IndentationError:
    return "IndentationError";
  case DiagnosticKind::TabError:
    return "TabError";
  case DiagnosticKind::MemoryError:
    return "MemoryError";
  case DiagnosticKind::RecursionError:
    return "RecursionError";
  case DiagnosticKind::SyntaxWarning:
    return "SyntaxWarning";
  case DiagnosticKind::DeprecationWarning:
    return "DeprecationWarning";
  case DiagnosticKind::FileError:
  case DiagnosticKind::CompileError:
    return "error";
  }
  return "error";
}

Severity severityOf(DiagnosticKind kind) {
  return kind == DiagnosticKind::SyntaxWarning || kind == DiagnosticKind::DeprecationWarning
             ? Severity::Warning
             : Severity::Error;
}

namespace {
struct Declared {
  DiagnosticKind kind;
  const char *message;
};
constexpr Declared declared[] = {
#define MOLT_DIAGNOSTIC(Id, Kind, message) {DiagnosticKind::Kind, message},
#include "frontend/diagnostics.def"
};
} // namespace

DiagnosticKind kindOf(DiagnosticId id) { return declared[static_cast<size_t>(id)].kind; }

std::string formatMessage(DiagnosticId id, std::initializer_list<std::string_view> arguments) {
  std::string out;
  auto argument = arguments.begin();
  for (const char *c = declared[static_cast<size_t>(id)].message; *c; ++c) {
    if (c[0] == '{' && c[1] == '}' && argument != arguments.end()) {
      out += *argument++;
      ++c;
    } else {
      out += *c;
    }
  }
  return out;
}

void Diagnostics::add(Diagnostic diagnostic) {
  errors_ += diagnostic.severity() == Severity::Error;
  all_.push_back(std::move(diagnostic));
}

void Diagnostics::report(DiagnosticKind kind, const SourceFile &file, const SourceRange &range,
                         std::string message) {
  add({kind, std::move(message), file.path(), &file, range});
}

void Diagnostics::report(DiagnosticId id, const SourceFile &file, const SourceRange &range,
                         std::initializer_list<std::string_view> arguments) {
  report(kindOf(id), file, range, formatMessage(id, arguments));
}

void Diagnostics::clear() {
  all_.clear();
  errors_ = 0;
}

// ---- rendering ---------------------------------------------------------------------------------

namespace {

std::string_view stripped(std::string_view text, std::string_view blanks) {
  const size_t from = text.find_first_not_of(blanks);
  return from == std::string_view::npos ? std::string_view() : text.substr(from);
}

/// The marks under the source line, which is shown without its first `indentation` characters:
/// blanks (tabs kept) up to the range, then carets. Empty when the range starts before the text.
std::string marks(const Diagnostic &diagnostic, std::string_view shown, uint32_t indentation) {
  const SourceFile &file = *diagnostic.file;
  const SourceRange &range = diagnostic.range;
  const uint32_t start = file.characterColumn(range.line, range.column);
  if (range.column == Diagnostic::noColumn || start < indentation)
    return {};
  const uint32_t from = start - indentation;
  uint32_t to = from + 1;
  if (range.endLine > range.line)
    to = static_cast<uint32_t>(unicode::countCharacters(shown));
  else if (range.endLine == range.line && range.endColumn > range.column)
    to = file.characterColumn(range.line, range.endColumn) - indentation;
  std::string out;
  uint32_t character = 0;
  for (size_t i = 0; i < shown.size() && character < from; ++i) {
    if ((shown[i] & 0xC0) == 0x80)
      continue;
    ++character;
    out += shown[i] == '\t' ? '\t' : ' ';
  }
  out.append(from - character, ' ');
  out.append(to > from ? to - from : 1, '^');
  return out;
}

std::string renderWarning(const Diagnostic &diagnostic, std::string_view line) {
  std::string_view shown = stripped(line, " \t\f");
  shown = shown.substr(0, shown.find_last_not_of(" \t\f") + 1);
  return diagnostic.path + ":" + std::to_string(diagnostic.range.line) + ": " +
         nameOf(diagnostic.kind) + ": " + diagnostic.message + "\n" +
         (shown.empty() ? "" : "  " + std::string(shown) + "\n");
}

} // namespace

std::string render(const Diagnostic &diagnostic) {
  const SourceRange &range = diagnostic.range;
  const std::string message =
      std::string(nameOf(diagnostic.kind)) + ": " + diagnostic.message + "\n";
  if (!range.isValid() || !diagnostic.file) {
    const bool namesFile = diagnostic.kind == DiagnosticKind::FileError || diagnostic.path.empty();
    const std::string line = range.isValid() ? ", line " + std::to_string(range.line) : "";
    return (namesFile ? "" : "  File \"" + diagnostic.path + "\"" + line + "\n") + message;
  }
  const std::string_view line = diagnostic.file->lineText(range.line);
  if (diagnostic.severity() == Severity::Warning)
    return renderWarning(diagnostic, line);
  // Tabs stay, as CPython leaves them.
  const std::string_view shown = stripped(line, " \f");
  std::string out =
      "  File \"" + diagnostic.path + "\", line " + std::to_string(range.line) + "\n";
  out += "    " + std::string(shown) + "\n";
  const uint32_t indentation = static_cast<uint32_t>(line.size() - shown.size());
  if (const std::string carets = marks(diagnostic, shown, indentation); !carets.empty())
    out += "    " + carets + "\n";
  return out + message;
}

std::string render(const Diagnostics &diagnostics) {
  std::string out;
  for (const Diagnostic &diagnostic : diagnostics.all())
    out += render(diagnostic);
  return out;
}

} // namespace molt
