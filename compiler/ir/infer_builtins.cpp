// What builtin functions, and methods of builtin types, give and take. Hints only, so what stands here by name need not
// be what the name means when the program runs.
#include "compiler/ir/inference.h"

#include "abi/object.h"

#include <llvm/ADT/StringSwitch.h>

namespace molt::py {

namespace {

Kinds resultOfFunction(llvm::StringRef name) {
  return llvm::StringSwitch<Kinds>(name)
      .Cases({"len", "int", "ord", "hash", "id"}, Kind::Int)
      .Case("float", Kind::Float)
      .Cases({"str", "repr", "chr", "format", "bin", "hex", "oct", "ascii", "input"}, Kind::Str)
      .Cases({"bool", "isinstance", "issubclass", "callable", "hasattr", "any", "all"}, Kind::Bool)
      .Case("print", Kind::None)
      .Default(Kinds());
}

Kinds resultOfMethod(llvm::StringRef name) {
  return llvm::StringSwitch<Kinds>(name)
      .Cases({"join", "replace", "strip", "lstrip", "rstrip", "lower", "upper", "title", "format"}, Kind::Str)
      .Cases({"zfill", "ljust", "rjust", "center", "capitalize", "hex", "decode"}, Kind::Str)
      .Cases({"startswith", "endswith", "isdigit", "isalpha", "isspace", "isalnum", "isupper", "islower"}, Kind::Bool)
      .Cases({"find", "rfind", "index", "count", "bit_length"}, Kind::Int)
      .Default(Kinds());
}

} // namespace

void Inference::callBuiltin(llvm::StringRef name, const Call &call, Cell &result) {
  auto argument = [&](unsigned i) { return i < call.arguments.size() ? call.arguments[i] : Cell(); };
  unsigned positional = call.arguments.size() - call.names.size();
  if (Kinds kinds = resultOfFunction(name); !(kinds == Kinds()))
    return flow(kinds, result);
  auto container = [&](Thing::Form form, Kinds kinds) -> Thing & {
    Thing &made = thing(call.op, form, kCallThings);
    flow(kinds, made, result);
    return made;
  };
  // What a callback gets and gives.
  auto keyword = [&](llvm::StringRef wanted) {
    for (unsigned i = 0; i < call.names.size(); ++i)
      if (mlir::cast<mlir::StringAttr>(call.names[i]).getValue() == wanted)
        return call.arguments[positional + i];
    return Cell();
  };
  if (name == "bytes" || name == "bytearray") {
    flowBytes(call.op, kCallThings, name, result);
  } else if (name == "range") {
    flow(Kind::Int, container(Thing::Iterator, Kind::Other).element);
  } else if (name == "list" || name == "sorted") {
    Thing &list = container(Thing::Sequence, Kind::List);
    flowItems(argument(0), list.element);
    Cell ignored;
    this->call(keyword("key"), {call.op, {list.element}, {}}, ignored);
  } else if (name == "tuple") {
    flowItems(argument(0), container(Thing::Sequence, Kind::Tuple).element);
  } else if (name == "set" || name == "frozenset" || name == "iter" || name == "reversed") {
    flowItems(argument(0), container(Thing::Iterator, Kind::Other).element);
  } else if (name == "dict") {
    Thing &dict = container(Thing::Mapping, Kind::Dict);
    for (Thing *from : argument(0).things) {
      flow(Cell(from->value), dict.value);
      flow(Cell(from->element), dict.element);
    }
  } else if (name == "enumerate" || name == "zip") {
    Thing &iterator = container(Thing::Iterator, Kind::Other);
    Thing &tuple = thing(call.op, Thing::Sequence, kCallThings + 1);
    flow(Kind::Tuple, tuple, iterator.element);
    bool isZip = name == "zip";
    tuple.items.resize(isZip ? positional : 2);
    for (unsigned i = 0; isZip && i < positional; ++i)
      flowItems(call.arguments[i], tuple.items[i]);
    if (!isZip) {
      flow(Kind::Int, tuple.items[0]);
      flowItems(argument(0), tuple.items[1]);
    }
  } else if (name == "map") {
    Call inner{call.op, {}, {}};
    for (unsigned i = 1; i < positional; ++i)
      flowItems(call.arguments[i], inner.arguments.emplace_back());
    this->call(argument(0), inner, container(Thing::Iterator, Kind::Other).element);
  } else if (name == "filter") {
    Thing &iterator = container(Thing::Iterator, Kind::Other);
    flowItems(argument(1), iterator.element);
    Cell ignored;
    this->call(argument(0), {call.op, {iterator.element}, {}}, ignored);
  } else if (name == "min" || name == "max") {
    if (positional > 1)
      for (unsigned i = 0; i < positional; ++i)
        flow(call.arguments[i], result);
    else
      flowItems(argument(0), result);
  } else if (name == "sum") {
    flowItems(argument(0), result);
  } else if (name == "next") {
    flowItems(argument(0), result);
  } else if (name == "abs") {
    flow(argument(0).kinds, result);
  } else if (name == "round") {
    flow(positional > 1 ? Kind::Float : Kind::Int, result);
  } else if (name == "divmod") {
    Thing &tuple = container(Thing::Sequence, Kind::Tuple);
    for (unsigned i = 0; i < 2; ++i)
      flow(argument(i).kinds, tuple.element);
  } else if (name == "property" || name == "staticmethod" || name == "classmethod") {
    Thing &made = container(Thing::Box, Kind::Other);
    flow(argument(0), made.element);
    made.method = name == "property" ? kGetter : name == "staticmethod" ? kStaticMethod : kClassMethod;
    if (name == "property")
      made.function = onlyFunction(argument(0));
  }
}

void Inference::callBuiltinMethod(llvm::StringRef name, const Call &call, Cell &result) {
  const Cell &self = call.arguments[0];
  if (self.kinds.has(Kind::Str) || self.kinds.has(Kind::List) || self.kinds.has(Kind::Int))
    flow(resultOfMethod(name), result);
  if (self.kinds.has(Kind::Str) && (name == "split" || name == "splitlines" || name == "rsplit")) {
    Thing &list = thing(call.op, Thing::Sequence, kCallThings);
    flow(Kind::List, list, result);
    flow(Kind::Str, list.element);
  }
}

void Inference::callContainerMethod(Thing &container, llvm::StringRef name, const Call &call, Cell &result) {
  auto argument = [&](unsigned i) { return i < call.arguments.size() ? call.arguments[i] : Cell(); };
  auto made = [&](Thing::Form form, Kinds kinds) -> Thing & {
    Thing &thing = this->thing(call.op, form, kCallThings + 2);
    flow(kinds, thing, result);
    return thing;
  };
  bool isMapping = container.form == Thing::Mapping;
  if (name == "append" || name == "add" || name == "appendleft") {
    flow(argument(1), container.element);
    flow(Kind::None, result);
  } else if (name == "insert") {
    flow(argument(2), container.element);
    flow(Kind::None, result);
  } else if (name == "extend" || (name == "update" && !isMapping)) {
    flowItems(argument(1), container.element);
    flow(Kind::None, result);
  } else if (name == "sort") {
    for (unsigned i = 0; i < call.names.size(); ++i) {
      Cell ignored;
      this->call(call.arguments[call.arguments.size() - call.names.size() + i], {call.op, {container.element}, {}},
                 ignored);
    }
  } else if (name == "copy" || name == "union" || name == "difference" || name == "intersection") {
    flow(call.arguments[0], result);
  } else if (isMapping && (name == "get" || name == "pop" || name == "setdefault")) {
    flow(Cell(container.value), result);
    flow(argument(2), result);
    if (name == "get" && call.arguments.size() < 3)
      flow(Kind::None, result);
    if (name == "setdefault") {
      flow(argument(1), container.element);
      flow(argument(2), container.value);
    }
  } else if (isMapping && name == "items") {
    Thing &tuple = thing(call.op, Thing::Sequence, kCallThings + 3);
    tuple.items.resize(2);
    flow(Cell(container.element), tuple.items[0]);
    flow(Cell(container.value), tuple.items[1]);
    flow(Kind::Tuple, tuple, made(Thing::Iterator, Kind::Other).element);
  } else if (isMapping && name == "values") {
    flow(Cell(container.value), made(Thing::Iterator, Kind::Other).element);
  } else if (isMapping && name == "keys") {
    flow(Cell(container.element), made(Thing::Iterator, Kind::Other).element);
  } else if (name == "pop" || name == "popleft" || name == "__next__") {
    flow(Cell(container.element), result);
  }
}

} // namespace molt::py
