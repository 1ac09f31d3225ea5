// Writes the generated header, the generated source and the compiler's facts for one stub.
#include "tools/stubgen/stub.h"

#include <algorithm>
#include <set>

namespace molt::stubgen {
namespace {

using Kind = Function::Kind;

bool isDunder(const std::string &name) {
  return name.size() > 4 && name.compare(0, 2, "__") == 0 &&
         name.compare(name.size() - 2, 2, "__") == 0;
}

std::string cppName(const std::string &name) {
  static const std::set<std::string> reserved = {
      "and",    "asm",    "auto",      "bool",     "break",    "case",    "char",    "class",
      "const",  "continue", "default", "delete",   "do",       "double",  "else",    "enum",
      "explicit", "export", "extern",  "false",    "float",    "for",     "friend",  "goto",
      "if",     "inline", "int",       "long",     "mutable",  "namespace", "new",   "not",
      "operator", "or",   "private",   "protected", "public",  "register", "return", "short",
      "signed", "sizeof", "static",    "struct",   "switch",   "template", "this",   "throw",
      "true",   "try",    "typedef",   "typename", "union",    "unsigned", "using",  "virtual",
      "void",   "volatile", "while",   "xor",      "self",     "cls"};
  return reserved.count(name) ? name + "_" : name;
}

std::string quoted(const std::string &text) {
  std::string result = "\"";
  for (char c : text) {
    if (c == '\n')
      result += "\\n";
    else if (c == '"' || c == '\\')
      (result += '\\') += c;
    else
      result += c;
  }
  return result + "\"";
}

// One function with the names that it gets in C++ and in messages.
class Writer {
public:
  Writer(const Stub &stub, const Class *owner, const Function &function)
      : stub_(stub), owner_(owner), function_(function) {
    std::string base = function.name;
    if (isDunder(base)) {
      base = base.substr(2, base.size() - 4);
      if (owner && std::any_of(owner->functions.begin(), owner->functions.end(),
                               [&](const Function &other) { return other.name == base; }))
        base += "_dunder";
    }
    std::string prefix = owner ? owner->name : stub.stem;
    body_ = prefix + "_" + (function.kind == Kind::Setter ? "set_" : "") + base;
    text_ = !function.textName.empty()  ? function.textName
            : function.kind == Kind::New || function.kind == Kind::Init ? owner->textName()
                                                                        : function.name;
    fullText_ = fullText();
  }

  const std::string &body() const { return body_; }

  std::string declaration() const {
    std::string parameters;
    auto add = [&](const std::string &type, const std::string &name) {
      parameters += (parameters.empty() ? "" : ", ") + type + " " + name;
    };
    if (function_.kind == Kind::ClassMethod || function_.kind == Kind::New)
      add("Borrowed<Type>", "cls");
    else if (hasSelf())
      add(selfType(), "self");
    std::string first = parameters;
    for (const Parameter &parameter : function_.parameters)
      add(cppType(parameter), cppName(parameter.name));
    std::string text = resultType() + " " + body_ + "(" + parameters + ");\n";
    if (function_.fast)
      text += resultType() + " " + body_ + "_fast(" + first + (first.empty() ? "" : ", ") +
              "const Value *arguments, uint64_t count);\n";
    return text;
  }

  bool isSlot() const {
    return function_.kind == Kind::New || function_.kind == Kind::Init ||
           function_.kind == Kind::Call;
  }
  std::string slotDeclaration() const {
    bool isNew = function_.kind == Kind::New;
    return std::string(function_.kind == Kind::Init ? "Result<void> " : "Result<Owned<>> ") +
           body_ + "_slot(" + (isNew ? "Borrowed<Type> cls" : "Borrowed<> self") +
           ", const Value *arguments, uint64_t count, Borrowed<Tuple> names)";
  }

  std::string wrapper() const {
    if (function_.kind == Kind::Getter)
      return "static Result<Owned<>> " + body_ + "_get(Borrowed<> self) {\n  return boxed(" + body_ +
             "(" + selfValue() + "));\n}\n";
    if (function_.kind == Kind::Setter)
      return "static Result<void> " + body_ + "_set(Borrowed<> self, Borrowed<> value) {\n  return " +
             body_ + "(" + selfValue() + ", value);\n}\n";
    return spec() + callWrapper();
  }

  std::string textSignature() const {
    if (function_.signature)
      return *function_.signature;
    std::string result = function_.kind == Kind::Function       ? "$module"
                         : function_.kind == Kind::ClassMethod ? "$type"
                         : function_.kind == Kind::StaticMethod ? ""
                                                                : "$self";
    bool first = result.empty(), slash = !first, star = false;
    for (size_t i = 0; i < function_.parameters.size(); ++i) {
      const Parameter &parameter = function_.parameters[i];
      using PKind = Parameter::Kind;
      auto add = [&](const std::string &text) {
        result += (first ? "" : ", ") + text;
        first = false;
      };
      if (slash && parameter.kind != PKind::PositionalOnly) {
        add("/");
        slash = false;
      }
      slash |= parameter.kind == PKind::PositionalOnly;
      if (parameter.kind == PKind::KeywordOnly && !star) {
        add("*");
        star = true;
      }
      star |= parameter.kind == PKind::VarArgs;
      std::string text = (parameter.kind == PKind::VarArgs       ? "*"
                          : parameter.kind == PKind::VarKeywords ? "**"
                                                                 : "") +
                         parameter.name;
      if (parameter.defaultValue)
        text += "=" + (parameter.defaultValue->text == "9223372036854775807"
                           ? "sys.maxsize"
                           : pythonDefault(*parameter.defaultValue));
      add(text);
    }
    if (slash)
      result += first ? "/" : ", /";
    return "(" + result + ")";
  }

  // The C symbol of this function's MethodDef.
  std::string entrySymbol() const {
    return (owner_ ? "molt_method_" + owner_->name : "molt_function_" + stub_.stem) + "_" +
           function_.name;
  }
  std::string methodEntry() const {
    std::string flags = function_.kind == Kind::ClassMethod    ? "kMethodClass"
                        : function_.kind == Kind::StaticMethod ? "kMethodStatic"
                                                               : "0";
    return "extern const MethodDef " + entrySymbol() + ";\nconstinit const MethodDef " +
           entrySymbol() + " = {" + quoted(function_.name) + ", " + body_ + "_call, " + flags + ", " +
           (function_.doc.empty() ? "nullptr" : quoted(function_.doc)) + ", " +
           (textSignature().empty() ? "nullptr" : quoted(textSignature())) + "};\n";
  }

  std::string knowledge() const {
    std::string line = (owner_ ? owner_->name + "." : stub_.stem + ":") + function_.name + " " +
                       styleName() + " (";
    for (size_t i = 0; i < function_.parameters.size(); ++i) {
      const Parameter &parameter = function_.parameters[i];
      using PKind = Parameter::Kind;
      line += (i ? ", " : "") +
              std::string(parameter.kind == PKind::VarArgs          ? "*"
                          : parameter.kind == PKind::VarKeywords    ? "**"
                          : parameter.kind == PKind::KeywordOnly    ? "!"
                          : parameter.kind == PKind::PositionalOnly ? "/"
                                                                    : "") +
              parameter.name + ": " + parameter.annotation + (parameter.orNone ? " | None" : "") +
              (parameter.defaultValue ? " = " + pythonDefault(*parameter.defaultValue) : "");
    }
    return line + ") -> " + function_.result + " " + body_ + "\n";
  }

  // Types whose static Type object the wrapper refers to.
  void collectTypes(std::set<std::string> &types) const {
    for (const Parameter &parameter : function_.parameters)
      if (converter(parameter) == "kInstance")
        types.insert(parameter.annotation);
    if (function_.kind == Kind::New)
      types.insert(owner_->name);
  }
  void collectStructs(std::set<std::string> &structs) const {
    auto add = [&](const std::string &name) {
      if (name != "Any")
        structs.insert(name);
    };
    if (hasSelf())
      add(owner_->structName);
    for (const Parameter &parameter : function_.parameters)
      if (converter(parameter) == "kInstance")
        add(structOf(parameter.annotation));
    if (!isPlainResult())
      add(structOf(function_.result));
  }

private:
  std::string fullText() const {
    if (!function_.textName.empty() || isSlot())
      return text_;
    if (owner_)
      return owner_->textName() + "." + text_;
    return stub_.stem == "builtins" ? text_ : stub_.stem + "." + text_;
  }

  bool hasSelf() const {
    return owner_ && function_.kind != Kind::StaticMethod && function_.kind != Kind::ClassMethod &&
           function_.kind != Kind::New;
  }
  std::string structOf(const std::string &name) const {
    if (name == "Self")
      return owner_->structName;
    for (const Class &other : stub_.classes)
      if (other.name == name)
        return other.structName;
    return structNameOf(name);
  }
  static std::string borrowed(const std::string &structName) {
    return structName == "Any" ? "Borrowed<>" : "Borrowed<" + structName + ">";
  }
  const std::string &selfStruct() const {
    return function_.selfStruct.empty() ? owner_->structName : function_.selfStruct;
  }
  std::string selfType() const { return borrowed(selfStruct()); }
  std::string selfValue() const { return selfStruct() == "Any" ? "self" : "self.as<" + selfStruct() + ">()"; }
  bool isPlainResult() const {
    for (const char *plain : {"object", "None", "bool", "int64", "float", "int"})
      if (function_.result == plain)
        return true;
    return false;
  }
  std::string resultType() const {
    const std::string &result = function_.result;
    if (function_.kind == Kind::Init || function_.kind == Kind::Setter || result == "None")
      return "Result<void>";
    if (result == "bool")
      return "Result<bool>";
    if (result == "int64")
      return "Result<int64_t>";
    if (result == "float")
      return "Result<double>";
    if (isPlainResult() || structOf(result) == "Any")
      return "Result<Owned<>>";
    return "Result<Owned<" + structOf(result) + ">>";
  }

  static std::string converter(const Parameter &parameter) {
    const std::string &type = parameter.annotation;
    return type == "object"        ? "kObject"
           : type == "int64"       ? "kInt64"
           : type == "int32"       ? "kInt32"
           : type == "slice_index" ? "kSliceIndex"
           : type == "bool"        ? "kBool"
           : type == "float"       ? "kDouble"
           : type == "buffer"      ? "kBuffer"
           : type == "codepoint"   ? "kCodepoint"
                                   : "kInstance";
  }
  std::string cppType(const Parameter &parameter) const {
    if (parameter.kind == Parameter::Kind::VarArgs)
      return "Borrowed<Tuple>";
    if (parameter.kind == Parameter::Kind::VarKeywords)
      return "Borrowed<Dict>";
    std::string kind = converter(parameter);
    return kind == "kInt64" || kind == "kSliceIndex" ? "int64_t"
           : kind == "kInt32"                        ? "int32_t"
           : kind == "kBool"                         ? "bool"
           : kind == "kDouble"                       ? "double"
           : kind == "kCodepoint"                    ? "uint32_t"
           : kind == "kInstance"                     ? borrowed(structOf(parameter.annotation))
                                                     : "Borrowed<>";
  }

  static bool variadic(const Parameter &parameter) {
    return parameter.kind == Parameter::Kind::VarArgs ||
           parameter.kind == Parameter::Kind::VarKeywords;
  }

  std::string styleName() const {
    if (!function_.style.empty())
      return function_.style;
    bool onlyPositional = std::all_of(
        function_.parameters.begin(), function_.parameters.end(), [](const Parameter &parameter) {
          return parameter.kind == Parameter::Kind::PositionalOnly ||
                 parameter.kind == Parameter::Kind::VarArgs;
        });
    if (!onlyPositional)
      return "keywords";
    size_t count = function_.parameters.size();
    if (count == 0 && !isSlot())
      return "noargs";
    if (count == 1 && function_.parameters[0].required() && !isSlot())
      return "single";
    return "positional";
  }
  std::string styleEnum() const {
    std::string style = styleName();
    return style == "noargs"       ? "kNoArguments"
           : style == "single"     ? "kSingle"
           : style == "positional" ? "kPositional"
           : style == "parse"      ? "kParse"
           : style == "vectorcall" ? "kVectorcall"
                                   : "kKeywords";
  }

  static std::string pythonDefault(const Default &value) {
    switch (value.kind) {
    case Default::Kind::None:
      return "None";
    case Default::Kind::Absent:
      return "<unrepresentable>";
    case Default::Kind::True:
      return "True";
    case Default::Kind::False:
      return "False";
    case Default::Kind::Str:
      return "'" + value.text + "'";
    default:
      return value.text;
    }
  }
  static std::string defaultWord(const Parameter &parameter) {
    if (!parameter.defaultValue)
      return "Value()";
    const Default &value = *parameter.defaultValue;
    std::string kind = converter(parameter);
    switch (value.kind) {
    case Default::Kind::None:
      return parameter.orNone ? "Value()" : "StaticValue(&molt_none)";
    case Default::Kind::Absent:
      return "Value()";
    case Default::Kind::True:
    case Default::Kind::False: {
      bool truth = value.kind == Default::Kind::True;
      if (kind == "kBool")
        return truth ? "intWord(1)" : "intWord(0)";
      return truth ? "StaticValue(&molt_true)" : "StaticValue(&molt_false)";
    }
    case Default::Kind::Str:
      if (kind == "kCodepoint")
        return "intWord('" + value.text + "')";
      return "StaticValue(&strLiteral<" + quoted(value.text) + ">.header)";
    case Default::Kind::Float:
      return kind == "kDouble" ? "doubleWord(" + value.text + ")"
                               : "Value::fromDouble(" + value.text + ")";
    case Default::Kind::Int:
      return kind == "kDouble"                           ? "doubleWord(" + value.text + ")"
             : kind == "kObject" || kind == "kInstance" ? "Value::fromInt(" + value.text + ")"
                                                        : "intWord(" + value.text + ")";
    }
    return "Value()";
  }

  std::string parameterSpec(const Parameter &parameter) const {
    std::string kind = converter(parameter);
    std::string type = "nullptr", typeText = "nullptr";
    if (kind == "kInstance") {
      type = "&molt_type_" + parameter.annotation;
      typeText = quoted(typeName(parameter.annotation) + (parameter.orNone ? " or None" : ""));
    }
    return "    {" + quoted(parameter.name) + ", Converter::" + kind + ", " +
           (parameter.orNone ? "true" : "false") + ", " + (parameter.required() ? "true" : "false") +
           ", " + type + ", " + typeText + ", " + defaultWord(parameter) + "},\n";
  }

  // As messages name it: a type of the stub's module with the module.
  std::string typeName(const std::string &name) const {
    for (const Class &type : stub_.classes)
      if (type.name == name && !type.exportName.empty())
        return stub_.stem + "." + type.exportName;
    return name;
  }

  std::string spec() const {
    std::string rows;
    unsigned count = 0, positionalOnly = 0, positional = 0, least = 0;
    bool varArgs = false, varKeywords = false;
    for (const Parameter &parameter : function_.parameters) {
      using PKind = Parameter::Kind;
      varArgs |= parameter.kind == PKind::VarArgs;
      varKeywords |= parameter.kind == PKind::VarKeywords;
      if (variadic(parameter))
        continue;
      rows += parameterSpec(parameter);
      ++count;
      positionalOnly += parameter.kind == PKind::PositionalOnly;
      positional += parameter.kind != PKind::KeywordOnly;
      least += parameter.kind != PKind::KeywordOnly && parameter.required();
    }
    std::string result;
    if (count)
      result += "static constinit const ParameterSpec " + body_ + "_parameters[] = {\n" + rows + "};\n";
    auto number = [](unsigned value) { return std::to_string(value); };
    return result + "static constinit const CallSpec " + body_ + "_spec = {" + quoted(text_) + ", " +
           quoted(fullText_) + ", " + (count ? body_ + "_parameters" : "nullptr") + ", " +
           number(count) + ", " + number(positionalOnly) + ", " + number(positional) + ", " +
           number(least) + ", CallStyle::" + styleEnum() + ", " + (varArgs ? "true" : "false") +
           ", " + (varKeywords ? "true" : "false") + "};\n";
  }

  std::string argument(const Parameter &parameter, size_t index) const {
    if (parameter.kind == Parameter::Kind::VarArgs)
      return "rest.arguments.borrow().as<Tuple>()";
    if (parameter.kind == Parameter::Kind::VarKeywords)
      return "rest.keywords.borrow().as<Dict>()";
    std::string word = "words[" + std::to_string(index) + "]";
    std::string type = cppType(parameter);
    if (type == "bool")
      return word + ".bits() != 0";
    if (type == "double")
      return "doubleOf(" + word + ")";
    if (type == "int64_t")
      return "int64Of(" + word + ")";
    if (type == "int32_t" || type == "uint32_t")
      return "static_cast<" + type + ">(int64Of(" + word + "))";
    return type == "Borrowed<>" ? type + "(" + word + ")" : instance(parameter, word);
  }

  // An instance whose type has been tested; null where the caller may leave it out.
  std::string instance(const Parameter &parameter, const std::string &word) const {
    std::string name = structOf(parameter.annotation);
    return parameter.required() && !parameter.orNone && name != "Any" ? "Borrowed<>(" + word + ").as<" + name + ">()"
                                                                      : cppType(parameter) + "(" + word + ")";
  }

  std::string first() const {
    if (function_.kind == Kind::New)
      return "cls";
    if (function_.kind == Kind::ClassMethod)
      return "self.as<Type>()";
    return hasSelf() ? selfValue() : "";
  }

  std::string callBody(const std::string &arguments) const { return callOf(body_, arguments); }
  std::string callOf(const std::string &name, const std::string &arguments) const {
    std::string call = name + "(" + first();
    if (!arguments.empty())
      call += (first().empty() ? "" : ", ") + arguments;
    call += ")";
    return "  return " + (function_.kind == Kind::Init ? call : "boxed(" + call + ")") + ";\n";
  }

  std::string callWrapper() const {
    std::string head =
        isSlot() ? slotDeclaration()
                 : "static Result<Owned<>> " + body_ +
                       "_call(Borrowed<> self, const Value *arguments, uint64_t count, "
                       "Borrowed<Tuple> names)";
    std::string text = head + " {\n";
    if (function_.kind == Kind::New && styleName() == "positional")
      text += "  if (names && ignoresKeywords(cls, molt_type_" + owner_->name +
              "))\n    names = Borrowed<Tuple>();\n";
    const std::vector<Parameter> &parameters = function_.parameters;
    if (parameters.empty() && styleName() != "keywords" && styleName() != "vectorcall")
      return text + "  if (count != 0 || names)\n    if (count != 0 || names->length != 0)\n      "
                    "return raiseWrongCall(" +
             body_ + "_spec, count, names);\n" + callBody("") + "}\n";
    if (styleName() == "single" && converter(parameters[0]) == "kObject")
      return text + "  if (count != 1 || (names && names->length != 0))\n    return raiseWrongCall(" +
             body_ + "_spec, count, names);\n" + callBody("Borrowed<>(arguments[0])") + "}\n";
    if (function_.fast)
      text += "  if (!names || names->length == 0)\n  " +
              callOf(body_ + "_fast", "arguments, count");
    else if (styleName() == "positional" || styleName() == "keywords" || styleName() == "single")
      text += directCall();
    return text + generalCall();
  }

  // Calls without keywords whose arguments need no conversion: small ints, exact instances and what may be any object.
  std::string directCall() const {
    const std::vector<Parameter> &parameters = function_.parameters;
    std::string condition, arguments;
    size_t least = 0;
    for (size_t i = 0; i < parameters.size(); ++i) {
      const Parameter &parameter = parameters[i];
      std::string kind = converter(parameter), index = std::to_string(i), given = "arguments[" + index + "]";
      bool isIndex = kind == "kSliceIndex", isNumber = isIndex || kind == "kInt64";
      bool isInstance = kind == "kInstance" && parameter.required();
      if (variadic(parameter) || parameter.kind == Parameter::Kind::KeywordOnly || (parameter.orNone && !isIndex) ||
          (kind != "kObject" && !isNumber && !isInstance))
        return "";
      std::string value = isNumber     ? given + ".asInlineInt()"
                          : isInstance ? instance(parameter, given)
                                       : "Borrowed<>(" + given + ")";
      if (isNumber)
        condition += parameter.required()
                         ? " && " + given + ".isInlineInt()"
                         : " && (count <= " + index + " || " + given + ".isInlineInt())";
      if (isInstance)
        condition += " && isExactly(Borrowed<>(" + given + "), molt_type_" + parameter.annotation + ")";
      least += parameter.required();
      if (!parameter.required())
        value = "count > " + index + " ? " + value + " : " + directDefault(parameter);
      arguments += (arguments.empty() ? "" : ", ") + value;
    }
    std::string counts = least == parameters.size()
                             ? "count == " + std::to_string(least)
                             : (least ? "count >= " + std::to_string(least) + " && " : "") +
                                   "count <= " + std::to_string(parameters.size());
    return "  if (!names && " + counts + condition + ")\n  " + callBody(arguments);
  }
  static std::string directDefault(const Parameter &parameter) {
    if (converter(parameter) == "kInt64" || converter(parameter) == "kSliceIndex")
      return "int64Of(" + defaultWord(parameter) + ")";
    return "Borrowed<>(Value(" + defaultWord(parameter) + "))";
  }

  std::string generalCall() const {
    size_t count = 0;
    bool rest = false;
    std::string arguments;
    for (const Parameter &parameter : function_.parameters) {
      arguments += (arguments.empty() ? "" : ", ") + argument(parameter, count);
      rest |= variadic(parameter);
      count += !variadic(parameter);
    }
    std::string text = "  Value words[" + std::to_string(std::max<size_t>(count, 1)) + "];\n";
    if (rest)
      text += "  VariadicPart rest;\n";
    text += "  if (!bindArguments(" + body_ + "_spec, arguments, count, names, words" +
            (rest ? ", &rest" : "") + "))\n    return Raised{};\n";
    return text + callBody(arguments) + "}\n";
  }

  const Stub &stub_;
  const Class *owner_;
  const Function &function_;
  std::string body_, text_, fullText_;
};

template <class Visit> void forEachFunction(const Stub &stub, Visit visit) {
  for (const Class &owner : stub.classes)
    for (const Function &function : owner.functions)
      visit(Writer(stub, &owner, function), &owner, function);
  for (const Function &function : stub.functions)
    visit(Writer(stub, nullptr, function), nullptr, function);
}

bool isMethod(const Function &function) {
  return function.kind == Kind::Method || function.kind == Kind::ClassMethod ||
         function.kind == Kind::StaticMethod || function.kind == Kind::Function;
}

// A table of methods or functions: its owner's functions and its names in C++ and C.
struct Table {
  const Class *owner; // null: a module's functions
  const std::vector<Function> &functions;
  std::string name;   // list_methods
  std::string symbol; // molt_methods_list
};

std::vector<Table> tablesOf(const Stub &stub) {
  std::vector<Table> tables;
  for (const Class &owner : stub.classes)
    tables.push_back({&owner, owner.functions, owner.name + "_methods", "molt_methods_" + owner.name});
  if (!stub.functions.empty())
    tables.push_back({nullptr, stub.functions, stub.stem + "_functions", "molt_functions_" + stub.stem});
  return tables;
}

// The types that are names of the stub's module, as a table of its own (docs/pruning.md).
std::vector<const Class *> exportedTypes(const Stub &stub) {
  std::vector<const Class *> exported;
  for (const Class &owner : stub.classes)
    if (!owner.exportName.empty())
      exported.push_back(&owner);
  return exported;
}
bool hasDoc(const Stub &stub) { return !stub.functions.empty() || !exportedTypes(stub).empty(); }
std::string typeTableSymbol(const Stub &stub) { return "molt_types_" + stub.stem; }

std::string getSetTable(const Stub &stub, const Class &owner) {
  std::string text = "constinit const GetSetDef " + owner.name + "_getset[] = {\n";
  for (const Function &function : owner.functions) {
    if (function.kind != Kind::Getter)
      continue;
    std::string setter = "nullptr";
    for (const Function &other : owner.functions)
      if (other.kind == Kind::Setter && other.name == function.name)
        setter = Writer(stub, &owner, other).body() + "_set";
    text += "    {" + quoted(function.name) + ", " + Writer(stub, &owner, function).body() +
            "_get, " + setter + ", " + (function.doc.empty() ? "nullptr" : quoted(function.doc)) +
            "},\n";
  }
  return text + "    {}};\n";
}

} // namespace

std::string emitHeader(const Stub &stub) {
  std::set<std::string> structs;
  forEachFunction(stub, [&](const Writer &writer, const Class *, const Function &) {
    writer.collectStructs(structs);
  });
  std::string text = "// Made by molt-stubgen from " + stub.path + ": do not edit.\n#pragma once\n\n" +
                     "#include \"runtime/core/type.h\"\n\nnamespace molt {\n\n";
  for (const std::string &name : structs)
    text += "struct " + name + ";\n";
  text += "struct Dict;\n\n";
  forEachFunction(stub, [&](const Writer &writer, const Class *, const Function &) {
    text += writer.declaration();
    if (writer.isSlot())
      text += writer.slotDeclaration() + ";\n";
  });
  text += "\n";
  for (const Table &table : tablesOf(stub))
    text += "extern \"C\" const MethodDef *const " + table.symbol + "[];\nextern const char " +
            table.name + "_names[];\ninline constexpr MethodTable " + table.name + "{" +
            table.symbol + ", " + table.name + "_names};\n";
  for (const Class &owner : stub.classes)
    text += "extern const GetSetDef " + owner.name + "_getset[];\nextern const char " + owner.name +
            "_doc[];\n";
  if (!exportedTypes(stub).empty())
    text += "extern \"C\" Type *const " + typeTableSymbol(stub) + "[];\nextern const char " + stub.stem +
            "_types_names[];\ninline constexpr TypeTableOfModule " + stub.stem + "_types{" + typeTableSymbol(stub) +
            ", " + stub.stem + "_types_names};\n";
  if (hasDoc(stub))
    text += "extern const char " + stub.stem + "_doc[];\n";
  return text + "\n} // namespace molt\n";
}

std::string emitSource(const Stub &stub) {
  std::string header = stub.path.substr(0, stub.path.rfind('.')) + ".gen.h";
  std::string text = "// Made by molt-stubgen from " + stub.path + ": do not edit.\n#include \"" +
                     header + "\"\n\n#include \"runtime/types/native_arguments.h\"\n\n";
  std::set<std::string> types;
  forEachFunction(stub, [&](const Writer &writer, const Class *, const Function &) {
    writer.collectTypes(types);
  });
  text += "namespace molt {\n\nextern \"C\" {\n";
  for (const std::string &type : types)
    text += "extern Type molt_type_" + type + ";\n";
  text += "}\n\n";
  forEachFunction(stub, [&](const Writer &writer, const Class *, const Function &) {
    text += writer.wrapper();
  });
  text += "\nextern \"C\" {\n";
  forEachFunction(stub, [&](const Writer &writer, const Class *, const Function &function) {
    if (isMethod(function))
      text += writer.methodEntry();
  });
  text += "}\n\n";
  for (const Table &table : tablesOf(stub)) {
    std::string names;
    for (const Function &function : table.functions)
      if (isMethod(function))
        names += (names.empty() ? "" : " ") + function.name;
    text += "constinit const char " + table.name + "_names[] = " + quoted(names) + ";\n";
  }
  for (const Class &owner : stub.classes)
    text += getSetTable(stub, owner) + "constinit const char " + owner.name + "_doc[] = " +
            quoted(owner.doc) + ";\n";
  if (std::vector<const Class *> exported = exportedTypes(stub); !exported.empty()) {
    std::string names;
    for (const Class *type : exported)
      names += (names.empty() ? "" : " ") + type->exportName;
    text += "constinit const char " + stub.stem + "_types_names[] = " + quoted(names) + ";\n";
  }
  if (hasDoc(stub))
    text += "constinit const char " + stub.stem + "_doc[] = " + quoted(stub.doc) + ";\n";
  return text + "\n} // namespace molt\n";
}

std::string emitTables(const Stub &stub) {
  std::string text = "// Made by molt-stubgen from " + stub.path +
                     ": do not edit.\n#include \"runtime/core/type.h\"\n\nnamespace molt {\n\n" +
                     "extern \"C\" {\n";
  for (const Table &table : tablesOf(stub)) {
    std::string entries;
    for (const Function &function : table.functions) {
      if (!isMethod(function))
        continue;
      std::string symbol = Writer(stub, table.owner, function).entrySymbol();
      text += "extern const MethodDef " + symbol + ";\n";
      entries += "    &" + symbol + ",\n";
    }
    text += "extern const MethodDef *const " + table.symbol + "[];\nconstinit const MethodDef *const " +
            table.symbol + "[] = {\n" + entries + "    nullptr};\n";
  }
  if (std::vector<const Class *> exported = exportedTypes(stub); !exported.empty()) {
    std::string entries;
    for (const Class *type : exported) {
      text += "extern Type molt_type_" + type->name + ";\n";
      entries += "    &molt_type_" + type->name + ",\n";
    }
    text += "extern Type *const " + typeTableSymbol(stub) + "[];\nconstinit Type *const " + typeTableSymbol(stub) +
            "[] = {\n" + entries + "    nullptr};\n";
  }
  return text + "}\n\n} // namespace molt\n";
}

std::string emitTableList(const Stub &stub) {
  std::string text;
  for (const Table &table : tablesOf(stub)) {
    text += "BUILTIN_TABLE(" + table.symbol + ")\n";
    for (const Function &function : table.functions)
      if (isMethod(function))
        text += "BUILTIN_ENTRY(" + table.symbol + ", " + quoted(function.name) + ", " +
                Writer(stub, table.owner, function).entrySymbol() + ")\n";
  }
  if (std::vector<const Class *> exported = exportedTypes(stub); !exported.empty()) {
    text += "BUILTIN_TABLE(" + typeTableSymbol(stub) + ")\n";
    for (const Class *type : exported)
      text += "BUILTIN_ENTRY(" + typeTableSymbol(stub) + ", " + quoted(type->exportName) + ", molt_type_" + type->name +
              ")\n";
  }
  return text;
}

std::string emitKnowledge(const Stub &stub) {
  std::string text;
  forEachFunction(stub, [&](const Writer &writer, const Class *, const Function &) {
    text += writer.knowledge();
  });
  return text;
}

} // namespace molt::stubgen
