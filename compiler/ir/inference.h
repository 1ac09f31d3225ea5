// How an op tells what its results are likely to be (py-infer-likely) without the pass knowing the op.
//
// The inference looks at the whole program at once, in no order: a cell for every place that values can be in collects
// the kinds and things that flow there. A thing stands for all objects that are made at one place of the program; what
// a list, an instance or a closure's variable holds has cells in its thing. Nothing here is proved: code reaches places
// in ways that are not seen (a callback, setattr, another thread), and where too much flows together it is given up.
// What comes out are hints, which py-version-blocks tests before it uses them.
//
// (Inclusion-based points-to analysis by allocation sites, flow- and context-insensitive: Andersen 1994.)
#pragma once

#include "compiler/ir/py_ops.h"
#include "compiler/ir/type_hint.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/MapVector.h>
#include <llvm/ADT/StringMap.h>
#include <llvm/ADT/StringSet.h>

#include <deque>
#include <map>
#include <unordered_map>

namespace molt::py {

struct Thing;
using Things = llvm::SmallVector<Thing *, 2>;

/// What one place may hold.
struct Cell {
  Kinds kinds;
  Things things;
  bool isCrowded = false; // by too many things: none of them is known
  bool isHinted = false;  // by an annotation, since nothing was seen: what is not known does not count

  bool operator==(const Cell &) const = default;
};

/// What a known class has under a name: a plain function, as it is or in one of the other forms of MethodForm (abi/object.h);
/// null when it is something else.
struct Method {
  mlir::StringAttr name;
  FuncOp function;
  uint32_t form;
};

/// What a method may be in a class and in those that derive from it: known functions, all of one MethodForm. Partial: some of
/// the classes have none, or something else. No functions: nothing is known.
struct MethodFunctions {
  llvm::SmallVector<FuncOp> functions;
  uint32_t form = 0;
  bool isPartial = false;
  /// The one that all classes have, or null.
  FuncOp only() const { return functions.size() == 1 && !isPartial ? functions[0] : FuncOp(); }
};

struct Thing {
  enum Form { Sequence, Mapping, Iterator, Box, Instance, Class, Function, Module, Super, Native };

  Form form = Sequence;
  Cell element;                     // of a container or iterator; a mapping's keys; a box's content
  Cell value;                       // a mapping's values; the object of a Super
  std::deque<Cell> items;           // a tuple's, by position
  llvm::StringMap<Cell> attributes; // of instances, classes and modules
  FuncOp function;                  // of a function; a class's or module's body, null: it has none; a property's getter
  uint32_t method = 0;              // of a Box that a decorator made: MethodForm
  MakeFunctionOp made;              // of a function, with its defaults and closure
  ModuleOp described;               // of a Module
  llvm::StringSet<> assigned;       // of a Module: what others store into it
  bool isLost = false;              // it got into a crowded cell
  bool hasAttributes = false;       // somebody sets one that all functions have, as __defaults__
  bool hasOwnAttributes = false;    // likewise another one: kHasAttributes
  std::string native;               // module math, or a function of its (math_functions.h); "bytes" or "bytearray"
  Thing *type = nullptr;            // of an Instance; where a Super starts to look
  Thing *instance = nullptr;        // of a Class, like the following
  Cell bases;
  BuildClassOp built;
  // Of a known class (known_classes.cpp):
  ClassAttr known;
  Thing *base = nullptr;
  Things subclasses;                     // the known ones
  std::optional<mlir::ArrayAttr> fields; // the names of its instances' slots
  std::vector<Method> methods;           // the base's first
  unsigned firstMethod = 0;              // its number
  uint32_t traits = 0;                   // abi ClassTraits

  /// The place of the name among the methods.
  std::optional<unsigned> placeOf(llvm::StringRef name) const;
  /// Whether it and all known classes that derive from it lack those special methods.
  bool familyLacks(uint32_t which) const;
};

class Inference;

/// The numbers of the things that a call makes besides what its op stands for.
inline constexpr unsigned kCallThings = 8;

/// Notes on `op` the known class of which `object` is an instance.
Thing *noteReceiver(Inference &in, mlir::Operation *op, mlir::Value object);
/// Notes on `op` the class's known method of that name: one function is the `target`; of several, whose class decides at each
/// call, `targets` are all.
void noteKnownMethod(Inference &in, mlir::Operation *op, Thing &type, llvm::StringRef name, uint32_t form = 0);
/// Both, for the op's special form.
void noteMethodOf(Inference &in, mlir::Operation *op, mlir::Value object, llvm::StringRef name);

/// Notes on `op` how its arguments are bound to the parameters of the functions that it may call, if it can be said now
/// (call_binding.cpp), and whether the call needs a count. `first`: so many parameters are bound otherwise.
/// `positional`: so many arguments are given by position, where the op's operands do not tell.
void noteCall(Inference &in, mlir::Operation *op, llvm::ArrayRef<FuncOp> functions, unsigned first = 0,
              std::optional<unsigned> positional = std::nullopt);

/// The name of the builtin that `callee` is, if nothing in the module binds it; else empty.
llvm::StringRef builtinOf(Inference &in, mlir::Value callee);

class Inference {
public:
  explicit Inference(mlir::ModuleOp program);

  /// Until nothing new comes out, or for long enough. Then ops and functions get their hints as attributes.
  void run();

  // ---- Places ---------------------------------------------------------------------------------------------------

  /// Of a value or a slot.
  Cell &cell(mlir::Value value) { return values_[value.getAsOpaquePointer()]; }
  /// A global name of the current module; null where nothing binds it (a builtin).
  Cell *global(llvm::StringRef name);
  Cell &bindGlobal(llvm::StringRef name) { return module_->attributes[name]; }
  Thing &currentModule() { return *module_; }
  /// The plain function, as a symbol, or the known class or module of the program (its body's symbol) that a place has, if it has
  /// nothing else; else null.
  mlir::Attribute knownGlobal(const Cell &cell);
  /// Likewise of a module's global name that some op binds to it (py.note_known_global).
  mlir::Attribute knownGlobal(Thing &module, llvm::StringRef name);
  /// The number that is all that a module's global name is seen to be bound to, by one op; or null.
  mlir::Attribute constantGlobal(Thing &module, llvm::StringRef name);
  /// What kind of object a module's global name is bound to, once, by an op of the module's body that is in no loop; or null.
  ObjectAttr objectGlobal(Thing &module, llvm::StringRef name);
  /// Any of the three, or null.
  mlir::Attribute knownOf(Thing &module, llvm::StringRef name);
  Cell &parameter(FuncOp function, unsigned index);
  Cell &result(FuncOp function) { return results_[function]; }
  /// What the closures of `function` are tuples of.
  Cell &closure(FuncOp function) { return closures_[function]; }
  FuncOp current() const { return current_; }
  FuncOp lookupFunction(mlir::StringAttr symbol) const { return functions_.lookup(symbol); }
  /// The program's module of that dotted name, or null.
  Thing *module(llvm::StringRef name);
  /// What an import in the current module gives: a module of the program, or one of the runtime's that compiled code knows; or null.
  Thing *imported(ImportOp op);
  /// The module of the program that the cell holds, itself and nothing else, or null.
  Thing *onlyModule(const Cell &cell);
  /// What a native thing is called (Thing::native), if a place has nothing else; else empty.
  llvm::StringRef onlyNative(const Cell &cell);
  /// "bytes" or "bytearray", if a place has nothing else; else empty.
  llvm::StringRef onlyBytes(const Cell &cell);
  /// The one for a module of the runtime that compiled code knows, or a function of its; null: it knows none.
  Thing *native(llvm::StringRef name);

  /// The thing that stands for what `op` makes; `index`: for one of several.
  Thing &thing(mlir::Operation *op, Thing::Form form, unsigned index = 0);
  Thing &instanceOf(Thing &type);

  // ---- Flow -----------------------------------------------------------------------------------------------------

  void flow(Kinds kinds, Cell &to);
  void flow(Kinds kinds, Thing &thing, Cell &to);
  void flow(const Cell &from, Cell &to);
  /// Gives up to know what is in the cell.
  void crowd(Cell &cell);
  /// An object of type bytes or bytearray that `op` makes.
  void flowBytes(mlir::Operation *op, unsigned index, llvm::StringRef type, Cell &to);
  void flow(mlir::Value from, mlir::Value to) { flow(Cell(cell(from)), cell(to)); }
  /// What iterating over `from` gives.
  void flowItems(const Cell &from, Cell &to);
  /// What a subscript gives, and what it stores.
  void flowSubscript(mlir::Value container, mlir::Value key, Cell &to);
  void storeSubscript(mlir::Value container, mlir::Value key, const Cell &item);
  /// What `object.name` gives.
  void flowAttribute(mlir::Operation *op, const Cell &object, llvm::StringRef name, Cell &to);
  void storeAttribute(const Cell &object, llvm::StringRef name, const Cell &value);
  /// What a class has under a name, its bases in order; null when there is nothing.
  Cell *findInClass(Thing &type, llvm::StringRef name, unsigned depth = 0);

  // ---- Calls ----------------------------------------------------------------------------------------------------

  struct Call {
    mlir::Operation *op; // who calls
    llvm::SmallVector<Cell, 4> arguments;
    llvm::ArrayRef<mlir::Attribute> names; // of the last ones
  };
  void call(const Cell &callee, const Call &call, Cell &result);
  void callMethod(llvm::StringRef name, const Call &call, Cell &result);
  void callBuiltin(llvm::StringRef name, const Call &call, Cell &result);

  // ---- What is known in the end ----------------------------------------------------------------------------------

  /// The known class of which all are instances that a cell may hold beside None: the nearest common base of theirs. Null:
  /// there is none.
  Thing *receiverClass(const Cell &cell);
  /// The known class that it holds, itself and nothing else, or null.
  Thing *onlyClass(const Cell &cell);
  /// The one function that it holds, or null.
  FuncOp onlyFunction(const Cell &cell);
  /// The few functions of which it holds objects, and nothing else but None; none where there are others, or too many.
  llvm::SmallVector<FuncOp, 2> onlyFunctions(const Cell &cell);
  /// What a method at that place (Thing::methods) may be in the class and in those that derive from it.
  MethodFunctions functionsAt(Thing &type, unsigned place);
  /// Whether they have been made to take and give the same, so that one call may mean any of them.
  bool areAlike(llvm::ArrayRef<FuncOp> functions);
  /// Whether the functions look at nothing of their function objects, which hold nothing that could tell of their death,
  /// and are of the current module. A call of them needs no count.
  bool arePlainHere(llvm::ArrayRef<FuncOp> functions);
  /// Whether somebody sets attributes of functions over that code, so that a call of one needs a count.
  bool hasOwnAttributes(FuncOp function);
  /// The constants that are the last parameters' defaults; nothing where they may be something else.
  std::optional<mlir::ArrayAttr> constantDefaults(FuncOp function);
  /// Likewise of a keyword-only parameter; null where it has none, or may have another one.
  mlir::Attribute constantKeywordDefault(FuncOp function, mlir::Attribute name);
  /// Why the class of a Class thing is not known, in words for the user.
  std::string reasonAgainstKnowing(Thing &type);

private:
  /// One of `op`'s own, for what is no value of the program.
  Cell &scratch(mlir::Operation *op, unsigned index) { return scratch_[{op, index}]; }
  void callContainerMethod(Thing &container, llvm::StringRef name, const Call &call, Cell &result);
  void callBuiltinMethod(llvm::StringRef name, const Call &call, Cell &result);
  void flowMath(llvm::StringRef name, Cell &to);
  void callNative(Thing &function, Cell &result);
  void callFunction(Thing &function, const Call &call, Cell &result);
  void callMethodOfClass(Thing &type, llvm::StringRef name, const Call &call, Cell &result);
  void settle();
  bool takeHints();
  bool takeHint(mlir::Attribute attribute, Cell &to, mlir::Operation *owner, unsigned place = 0);
  void flowHint(const TypeHint &hint, Cell &to, mlir::Operation *owner, unsigned &count);
  void noteUnknown(mlir::Value value);
  void splitCallsOfModules();
  void visit(FuncOp function);
  void annotate(FuncOp function);
  void forEachOp(llvm::function_ref<void(mlir::Operation *)> take);
  void noteCompactLists();
  void noteCalledOn(const Cell &object, llvm::StringRef name);

  void numberClasses();
  void layOut(Thing &type, unsigned depth = 0);
  bool derivesFromException(Thing &type);
  void take(Thing &type, Thing *base, llvm::ArrayRef<mlir::Attribute> fields);
  mlir::Value replacedLate(Thing &module, llvm::StringRef name);
  void flowToReplacement(mlir::Value defined, const Cell &value);
  bool isReplacedEarly(Thing &type, mlir::StringAttr name);
  const Cell *ownOf(Thing &type, mlir::StringAttr name);
  void listMethods(Thing &type);
  void listMethodsOfBranches(Thing &type);
  void collectNames(Thing &type, llvm::StringSet<> &names);
  void noteLacks(Thing &type);
  std::optional<mlir::ArrayAttr> declaredSlots(Thing &type);
  void number(Thing &type, unsigned depth);
  void groupMethods(Thing &type);
  void flowInGroups();
  Thing *commonClass(const Cell &cell);
  Thing *selfOf(FuncOp function);

  mlir::ModuleOp program_;
  llvm::DenseMap<mlir::StringAttr, FuncOp> functions_;
  llvm::MapVector<FuncOp, Thing *> moduleOf_; // all functions, in order
  llvm::StringMap<Thing *> modules_, natives_;
  std::deque<Thing> things_;
  std::map<std::pair<mlir::Operation *, unsigned>, Thing *> madeThings_;
  std::unordered_map<void *, Cell> values_; // cells stay where they are
  std::map<std::pair<mlir::Operation *, unsigned>, Cell> scratch_;
  std::map<mlir::Operation *, Cell> results_, closures_;
  FuncOp current_;
  Thing *module_ = nullptr;
  Things &objectsOf(FuncOp function);
  Things rootClasses_; // the known ones that derive from none
  std::optional<llvm::DenseSet<std::pair<Thing *, mlir::StringAttr>>> earlyStores_; // attributes that modules' bodies set
  // What they bind by `def` or `class`.
  std::optional<llvm::DenseMap<std::pair<Thing *, mlir::StringAttr>, mlir::Value>> definitions_;
  unsigned classCount_ = 0, methodCount_ = 0;
  llvm::StringSet<> calledOnMany_;
  std::optional<llvm::DenseSet<std::pair<Thing *, mlir::StringAttr>>> boundOnce_; // names that knownGlobal() knows
  struct Stores { // of a global name
    unsigned count = 0;
    StoreGlobalOp last;
  };
  const Stores &storesOf(Thing &module, llvm::StringRef name);
  std::optional<llvm::DenseMap<std::pair<Thing *, mlir::StringAttr>, Stores>> stores_;
  std::map<mlir::Operation *, Things> objectsOf_; // of functions
  std::vector<llvm::SmallVector<FuncOp>> groups_; // functions that one call may mean
  llvm::DenseMap<FuncOp, unsigned> groupOf_;
  bool changed_ = false;
};

} // namespace molt::py
