#include "compiler/driver/explain.h"

#include "abi/object.h"
#include "compiler/ir/remark.h"

#include <llvm/Support/JSON.h>
#include <llvm/Support/raw_ostream.h>
#include <mlir/IR/BuiltinOps.h>

#include <map>

namespace molt {
namespace {

using py::Fact;
using py::Remark;

constexpr size_t kLongestName = 40; // of an expression within a sentence

// ---- What there is to tell ---------------------------------------------------------------------------------------

struct Place {
  unsigned line = 0, column = 0, endLine = 0, endColumn = 0; // columns in bytes, from 0

  auto operator<=>(const Place &) const = default;
};

struct Operation {
  Place place;
  Remark remark;
};

struct Function {
  py::FuncOp function;
  unsigned line;     // where it begins
  py::FuncOp fast;   // its fast version, or null
  std::string stays; // why it is as it is; empty where it has been looked at
  std::vector<Operation> operations;

  unsigned count(Remark::Verdict verdict) const {
    return llvm::count_if(operations, [&](const Operation &one) { return one.remark.verdict == verdict; });
  }
};

struct Class {
  std::string name;
  Place place;
  std::string unknown; // why nothing is known of it
  py::RegisterClassOp known;
};

struct ModuleReport {
  const ProgramModule *source;
  std::vector<Class> classes;
  std::vector<Function> functions;
};

mlir::FileLineColRange rangeOf(mlir::Location location) {
  if (auto range = mlir::dyn_cast<mlir::FileLineColRange>(location))
    return range;
  if (auto named = mlir::dyn_cast<mlir::NameLoc>(location))
    return rangeOf(named.getChildLoc());
  if (auto call = mlir::dyn_cast<mlir::CallSiteLoc>(location))
    return rangeOf(call.getCallee());
  auto fused = mlir::dyn_cast<mlir::FusedLoc>(location);
  return fused && !fused.getLocations().empty() ? rangeOf(fused.getLocations().front()) : mlir::FileLineColRange();
}

Place placeOf(mlir::Location location) {
  mlir::FileLineColRange range = rangeOf(location);
  if (!range)
    return {};
  return {range.getStartLine(), range.getStartColumn(), range.getEndLine(), range.getEndColumn()};
}

void addForm(std::string &forms, llvm::StringRef form) {
  llvm::SmallVector<llvm::StringRef> known;
  llvm::StringRef(forms).split(known, "; ");
  if (!llvm::is_contained(known, form))
    forms += ((forms.empty() ? "" : "; ") + form).str();
}

/// Several ops of one expression that share their fate are one operation to the reader.
void add(std::vector<Operation> &operations, Place place, Remark remark) {
  bool isGeneral = remark.verdict == Remark::General;
  for (auto &[knownPlace, known] : operations) {
    if (knownPlace != place || (known.verdict == Remark::General) != isGeneral)
      continue;
    known.verdict = std::max(known.verdict, remark.verdict);
    known.varies |= remark.varies;
    addForm(known.form, remark.form);
    for (const Fact &guard : remark.guards)
      if (!llvm::is_contained(known.guards, guard))
        known.guards.push_back(guard);
    for (const Fact &operand : remark.operands)
      if (!llvm::is_contained(known.operands, operand))
        known.operands.push_back(operand);
    return;
  }
  operations.push_back({place, std::move(remark)});
}

/// What is slow and runs often comes first.
void sortByWeight(std::vector<Operation> &operations) {
  llvm::stable_sort(operations, [](const Operation &a, const Operation &b) {
    if (a.remark.verdict != b.remark.verdict)
      return a.remark.verdict > b.remark.verdict;
    if (a.remark.verdict == Remark::General && a.remark.loopDepth != b.remark.loopDepth)
      return a.remark.loopDepth > b.remark.loopDepth;
    return a.place < b.place;
  });
}

std::string textOf(mlir::StringAttr attribute) { return attribute ? attribute.str() : std::string(); }

Function describe(py::FuncOp function, mlir::ModuleOp program) {
  Function described{function, function.getFirstLine(), {}, {}, {}};
  if (auto fast = function->getAttrOfType<mlir::FlatSymbolRefAttr>("fast"))
    described.fast = program.lookupSymbol<py::FuncOp>(fast.getValue());
  mlir::Operation *looked = described.fast ? described.fast : function;
  described.stays = textOf(looked->getAttrOfType<mlir::StringAttr>(py::kStaysAttr));
  if (auto remarks = looked->getAttrOfType<mlir::ArrayAttr>(py::kRemarksAttr))
    for (mlir::Attribute one : remarks) {
      Remark remark = Remark::fromAttribute(one);
      if (Place place = placeOf(remark.where); place.line)
        add(described.operations, place, std::move(remark));
    }
  sortByWeight(described.operations);
  return described;
}

void findClasses(py::FuncOp function, std::vector<Class> &classes) {
  function.getBody().walk([&](mlir::Operation *op) {
    if (auto registered = mlir::dyn_cast<py::RegisterClassOp>(op)) {
      if (auto built = registered.getMade().getDefiningOp<py::BuildClassOp>())
        classes.push_back({built.getName().str(), placeOf(built.getLoc()), "", registered});
    } else if (auto reason = op->getAttrOfType<mlir::StringAttr>(py::kUnknownClassAttr)) {
      classes.push_back({mlir::cast<py::BuildClassOp>(op).getName().str(), placeOf(op->getLoc()), reason.str(), {}});
    }
  });
}

/// The program's own modules; a module's description comes behind its functions.
std::vector<ModuleReport> collect(mlir::ModuleOp program, const Program &sources) {
  std::vector<ModuleReport> modules;
  std::vector<py::FuncOp> functions;
  for (mlir::Operation &op : *program.getBody()) {
    if (auto function = mlir::dyn_cast<py::FuncOp>(op)) {
      functions.push_back(function);
      continue;
    }
    auto described = mlir::dyn_cast<py::ModuleOp>(op);
    const ProgramModule *source = described ? sources.find(described.getName()) : nullptr;
    if (source && source->source && !source->isLibrary) {
      ModuleReport &module = modules.emplace_back(ModuleReport{source, {}, {}});
      for (py::FuncOp function : functions) {
        findClasses(function, module.classes);
        bool isVersion = function->hasAttr("fast_version_of") || function->hasAttr("rest_of");
        if (!isVersion && !(function.getFlags() & kIsClassBody))
          module.functions.push_back(describe(function, program));
      }
      llvm::stable_sort(module.functions, [](const Function &a, const Function &b) { return a.line < b.line; });
      llvm::stable_sort(module.classes, [](const Class &a, const Class &b) { return a.place < b.place; });
    }
    functions.clear();
  }
  return modules;
}

// ---- In words ----------------------------------------------------------------------------------------------------

/// The source of a place: the rest of its first line where it has several.
std::string sourceOf(const ProgramModule &module, Place place) {
  llvm::StringRef line = module.source->lineText(place.line);
  if (place.endLine != place.line)
    return (line.drop_front(std::min<size_t>(place.column, line.size())) + " ...").str();
  return line.slice(place.column, place.endColumn).str();
}

std::string sentenceOf(const ProgramModule &module, const Fact &fact) {
  std::string name;
  if (auto variable = mlir::dyn_cast_or_null<mlir::StringAttr>(fact.about))
    name = variable.str();
  else if (auto location = mlir::dyn_cast_or_null<mlir::LocationAttr>(fact.about))
    if (Place place = placeOf(location); place.line)
      name = sourceOf(module, place);
  if (!fact.about)
    return fact.text;
  return (name.empty() || name.size() > kLongestName ? "an operand" : "`" + name + "`") + " " + fact.text;
}

std::vector<std::string> sentencesOf(const ProgramModule &module, llvm::ArrayRef<Fact> facts) {
  std::vector<std::string> sentences;
  for (const Fact &fact : facts)
    if (std::string sentence = sentenceOf(module, fact); !llvm::is_contained(sentences, sentence))
      sentences.push_back(std::move(sentence));
  return sentences;
}

/// Of one parameter or the result of a fast version; empty where nothing is known.
std::string kindOf(mlir::Attribute hint) {
  py::Kinds kinds = py::kindsOfHint(hint);
  return kinds == py::Kinds() ? "" : py::describe(kinds, mlir::dyn_cast_or_null<py::ClassAttr>(hint));
}

mlir::ArrayAttr signatureOf(const Function &function) {
  return function.fast ? function.fast->getAttrOfType<mlir::ArrayAttr>("signature") : mlir::ArrayAttr();
}
std::string resultOf(const Function &function) { return function.fast ? kindOf(function.fast->getAttr("result")) : ""; }

llvm::StringRef nameOf(Remark::Verdict verdict) {
  return verdict == Remark::General ? "generic" : verdict == Remark::Guarded ? "guarded" : "specialised";
}
constexpr Remark::Verdict kVerdicts[] = {Remark::Special, Remark::Guarded, Remark::General};

// ---- Text --------------------------------------------------------------------------------------------------------

class TextReport {
public:
  explicit TextReport(llvm::raw_ostream &out) : out_(out) {}

  void write(const std::vector<ModuleReport> &modules, llvm::StringRef notOptimised) {
    if (!notOptimised.empty())
      out_ << "Nothing is optimised: " << notOptimised << "\n";
    for (const ModuleReport &module : modules) {
      for (const Class &one : module.classes)
        writeClass(module, one);
      if (!module.classes.empty())
        out_ << "\n";
      for (const Function &function : module.functions)
        writeFunction(module, function);
    }
  }

private:
  void writeClass(const ModuleReport &module, const Class &one) {
    out_ << module.source->path << ":" << one.place.line << ": class " << one.name;
    if (!one.unknown.empty() || !one.known) {
      out_ << " is not known: " << one.unknown << "\n";
      return;
    }
    out_ << " is known, with the fields (";
    llvm::interleaveComma(one.known->getAttrOfType<mlir::ArrayAttr>("fields").getAsRange<mlir::StringAttr>(), out_,
                          [&](mlir::StringAttr field) { out_ << field.getValue(); });
    out_ << ")\n";
  }

  void writeHead(const ModuleReport &module, const Function &function) {
    py::FuncOp op = function.function;
    out_ << module.source->path << ":" << op.getFirstLine() << ": " << op.getQualname();
    if (mlir::ArrayAttr signature = signatureOf(function)) {
      out_ << "(";
      llvm::interleaveComma(llvm::zip(signature, op.getVariableNames()), out_, [&](auto pair) {
        auto [hint, name] = pair;
        std::string kind = kindOf(hint);
        out_ << mlir::cast<mlir::StringAttr>(name).getValue() << (kind.empty() ? "" : ": " + kind);
      });
      out_ << ")";
    }
    if (std::string result = resultOf(function); !result.empty())
      out_ << " -> " << result;
    out_ << "\n";
  }

  void writeFunction(const ModuleReport &module, const Function &function) {
    writeHead(module, function);
    if (!function.stays.empty()) {
      out_ << "  stays as it is: " << function.stays << "\n\n";
      return;
    }
    out_ << "  " << function.operations.size() << " operations";
    llvm::StringRef separator = ": ";
    for (Remark::Verdict verdict : kVerdicts) {
      out_ << separator << function.count(verdict) << " " << nameOf(verdict);
      separator = ", ";
    }
    out_ << "\n";
    for (const Operation &operation : function.operations)
      writeOperation(*module.source, operation);
    out_ << "\n";
  }

  void writeOperation(const ProgramModule &module, const Operation &operation) {
    const Remark &remark = operation.remark;
    out_ << "  " << nameOf(remark.verdict) << ", line " << operation.place.line;
    if (remark.verdict == Remark::General && remark.loopDepth)
      out_ << ", in " << (remark.loopDepth == 1 ? "a loop" : std::to_string(remark.loopDepth) + " loops");
    out_ << ": " << sourceOf(module, operation.place) << "\n";
    std::vector<std::string> parts;
    if (!remark.form.empty())
      parts.push_back(remark.form);
    if (remark.varies)
      parts.push_back("in some versions it is generic");
    llvm::append_range(parts, sentencesOf(module, remark.operands));
    out_ << "      ";
    llvm::interleave(parts, out_, "; ");
    if (!remark.guards.empty()) {
      out_ << (parts.empty() ? "if " : ", if ");
      llvm::interleave(sentencesOf(module, remark.guards), out_, ", ");
    }
    out_ << "\n";
  }

  llvm::raw_ostream &out_;
};

// ---- JSON --------------------------------------------------------------------------------------------------------

class JsonReport {
public:
  explicit JsonReport(llvm::raw_ostream &out) : json_(out, /*IndentSize=*/2) {}

  void write(const std::vector<ModuleReport> &modules, const Program &program, llvm::StringRef notOptimised) {
    json_.object([&] {
      json_.attribute("version", 1);
      json_.attribute("optimised", notOptimised.empty());
      if (!notOptimised.empty())
        json_.attribute("why", notOptimised);
      json_.attribute("python", "3." + std::to_string(program.version.minor));
      json_.attributeArray("classes", [&] {
        for (const ModuleReport &module : modules)
          for (const Class &one : module.classes)
            writeClass(*module.source, one);
      });
      json_.attributeArray("functions", [&] {
        for (const ModuleReport &module : modules)
          for (const Function &function : module.functions)
            writeFunction(*module.source, function);
      });
    });
  }

private:
  void writeStrings(llvm::StringRef key, llvm::ArrayRef<std::string> strings) {
    json_.attributeArray(key, [&] {
      for (const std::string &string : strings)
        json_.value(string);
    });
  }

  void writeClass(const ProgramModule &module, const Class &one) {
    json_.object([&] {
      json_.attribute("name", one.name);
      json_.attribute("file", module.path);
      json_.attribute("line", one.place.line);
      json_.attribute("known", bool(one.known));
      if (!one.known) {
        json_.attribute("why", one.unknown);
        return;
      }
      for (llvm::StringRef key : {"fields", "methods"})
        json_.attributeArray(key, [&] {
          for (auto name : one.known->getAttrOfType<mlir::ArrayAttr>(key).getAsRange<mlir::StringAttr>())
            json_.value(name.getValue());
        });
    });
  }

  void writeFunction(const ProgramModule &module, const Function &function) {
    py::FuncOp op = function.function;
    json_.object([&] {
      json_.attribute("name", op.getQualname());
      json_.attribute("module", module.name);
      json_.attribute("file", module.path);
      json_.attribute("line", op.getFirstLine());
      if (mlir::ArrayAttr signature = signatureOf(function))
        json_.attributeObject("called_with", [&] {
          for (auto [hint, name] : llvm::zip(signature, op.getVariableNames()))
            json_.attribute(mlir::cast<mlir::StringAttr>(name).getValue(), kindOf(hint));
        });
      if (std::string result = resultOf(function); !result.empty())
        json_.attribute("gives", result);
      if (!function.stays.empty())
        json_.attribute("stays", function.stays);
      for (Remark::Verdict verdict : kVerdicts)
        json_.attribute(nameOf(verdict), function.count(verdict));
      json_.attributeArray("operations", [&] {
        for (const Operation &operation : function.operations)
          writeOperation(module, operation);
      });
    });
  }

  void writeOperation(const ProgramModule &module, const Operation &operation) {
    const Remark &remark = operation.remark;
    json_.object([&] {
      json_.attribute("verdict", nameOf(remark.verdict));
      json_.attribute("line", operation.place.line);
      json_.attribute("column", operation.place.column);
      json_.attribute("end_line", operation.place.endLine);
      json_.attribute("end_column", operation.place.endColumn);
      json_.attribute("source", sourceOf(module, operation.place));
      json_.attribute("loops", remark.loopDepth);
      json_.attribute(remark.verdict == Remark::General ? "why" : "form", remark.form);
      if (remark.verdict != Remark::General)
        json_.attribute("generic_in_some_versions", remark.varies);
      writeStrings("guards", sentencesOf(module, remark.guards));
      writeStrings("operands", sentencesOf(module, remark.operands));
    });
  }

  llvm::json::OStream json_;
};

} // namespace

std::string explain(mlir::ModuleOp module, const Program &program, ExplainFormat format, llvm::StringRef notOptimised) {
  std::vector<ModuleReport> modules;
  if (notOptimised.empty())
    modules = collect(module, program);
  std::string text;
  llvm::raw_string_ostream out(text);
  if (format == ExplainFormat::Json) {
    JsonReport(out).write(modules, program, notOptimised);
    out << "\n";
  } else {
    TextReport(out).write(modules, notOptimised);
  }
  return text;
}

} // namespace molt
