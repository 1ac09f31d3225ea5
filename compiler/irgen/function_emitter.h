// Emits one py.func: a function, lambda, class body, module body or generator expression.
//
// The emitter walks the tree once and keeps a current block. Rules:
//  1. After a terminator nothing is emitted into the block: isTerminated() asks.
//  2. Each value used across statements lives in a slot; SSA values live within one statement.
//  3. A way out of a `py.try` region (break, continue, return, or falling off its end) is an exit of
//     that op; what has to happen on that way (finally bodies, __exit__) is emitted in the exit's
//     block, outside the region. exits.cpp has the whole mechanism.
//  4. List, set and dict comprehensions are emitted in place (PEP 709), with slots of their own.
#pragma once

#include "compiler/irgen/module_emitter.h"

#include <llvm/ADT/STLFunctionalExtras.h>

#include <map>
#include <optional>
#include <vector>

namespace molt::irgen {

/// How a function is declared.
struct FunctionSpec {
  const Scope *scope = nullptr;
  std::string name;
  std::string qualname;
  uint32_t flags = 0; // abi FunctionFlags
  uint32_t firstLine = 1;
  const ast::Arguments *parameters = nullptr;
  /// Parameters that are not in the source: ".0" of generator expressions, ".namespace", ".format".
  std::vector<std::string> hiddenParameters;
  std::optional<std::string> docstring;
};

/// Ways out of a protected region.
enum class ExitKind : uint8_t { Done, Break, Continue, Return };

class FunctionEmitter {
public:
  FunctionEmitter(ModuleEmitter &module, FunctionEmitter *parent, const FunctionSpec &spec);

  mlir::FlatSymbolRefAttr symbolRef() { return mlir::SymbolRefAttr::get(func_.getSymNameAttr()); }
  llvm::StringRef symbol() { return func_.getSymName(); }

  // Whole bodies (functions.cpp, classes.cpp, module_body.cpp, comprehensions.cpp)
  void emitModule(const ast::Module &tree);
  void emitFunctionBody(Span<ast::Stmt *> body);
  void emitLambdaBody(const ast::Expr &body);
  void emitClassBody(const ast::ClassDef &node);
  void emitGeneratorExpressionBody(const ast::GeneratorExp &node);

private:
  // ---- Building (function_emitter.cpp) --------------------------------------------------------
  class At; // RAII: the location of what is emitted
  void setLocation(const ast::Node &node) { location_ = module_.locationOf(node.range()); }
  void setLocation(const SourceRange &range) { location_ = module_.locationOf(range); }
  void setLocation(const ast::Attribute &attribute) { setLocation(markOf(attribute, attribute.range())); }
  /// `range` as tracebacks mark it: from the attribute's name on, where that stands on a later line.
  static SourceRange markOf(const ast::Attribute &attribute, SourceRange range);
  mlir::Block *newBlock();
  void setBlock(mlir::Block *block) { builder_.setInsertionPointToEnd(block); }
  bool isTerminated();
  mlir::Operation *branch(mlir::Block *target, mlir::ValueRange values = {});
  void conditionalBranch(mlir::Value condition, mlir::Block *ifTrue, mlir::Block *ifFalse);
  /// Goes on in `block`, or, when nothing branches there, stays terminated and drops it.
  void joinAt(mlir::Block *block);
  template <class OpType, class... Arguments> mlir::Value value(Arguments &&...arguments) {
    return OpType::create(builder_, location_, valueType_, std::forward<Arguments>(arguments)...);
  }
  template <class OpType, class... Arguments> mlir::Value condition(Arguments &&...arguments) {
    return OpType::create(builder_, location_, builder_.getI1Type(),
                          std::forward<Arguments>(arguments)...);
  }
  template <class OpType, class... Arguments> OpType effect(Arguments &&...arguments) {
    return OpType::create(builder_, location_, std::forward<Arguments>(arguments)...);
  }
  mlir::StringAttr stringAttr(Identifier name) { return builder_.getStringAttr(refOf(name)); }
  mlir::Value none();
  mlir::Value constantStr(llvm::StringRef text);
  mlir::Value constantInt(int64_t number);
  mlir::Attribute constantAttr(const ast::ConstantValue &constant);
  mlir::Attribute foldConstant(const ast::Expr &expr); // null when it is no constant
  mlir::Value constant(mlir::Attribute attr);
  /// A new slot, declared in the entry block.
  mlir::Value newSlot(llvm::StringRef name);
  /// A private slot without a Python name.
  mlir::Value temporarySlot() { return newSlot("."); }

  // ---- Names (names.cpp) ----------------------------------------------------------------------
  struct Variable {
    enum class Kind : uint8_t {
      Parameter, // never rebound: the block argument itself
      Slot,
      Cell,        // a slot that holds the cell
      ClosureCell, // a free variable of this function
      Name,        // in the class namespace
      ClassFree,   // in the class namespace, else in a closure cell
      Global,
    } kind;
    mlir::Value value = {};     // Parameter: the value. Slot, Cell: the slot
    uint32_t index = 0;     // ClosureCell, ClassFree
    bool alwaysBound = false; // Slot: cannot be unbound
  };
  struct InlineScope { // a comprehension emitted in place
    const Scope *scope;
    std::map<std::string, Variable, std::less<>> variables;
  };
  Identifier mangled(Identifier name) const;
  const Scope *currentScope() const;
  Variable lookUp(Identifier mangledName);
  Variable lookUpIn(const Scope *scope, size_t inlineDepth, Identifier mangledName);
  mlir::Value loadVariable(const Variable &variable, Identifier mangledName);
  mlir::Value loadName(Identifier name);
  void storeName(Identifier name, mlir::Value value);
  void deleteName(Identifier name);
  /// `del name` on the way out of an except clause: it may be gone already.
  void clearName(Identifier name);
  /// The cell (not its content) that a nested function captures under this name.
  mlir::Value cellFor(Identifier mangledName);
  mlir::Value closureFor(const Scope &nested);
  mlir::Value localsDict();
  void declareVariables(const FunctionSpec &spec);

  // ---- Exits (exits.cpp) ----------------------------------------------------------------------
  struct Control { // what encloses the current point, innermost last
    // A loop; a `for` holds its iterator until it is left, as CPython's value stack does, or the items of a display.
    mlir::Block *breakBlock = nullptr, *continueBlock = nullptr;
    llvm::SmallVector<mlir::Value, 1> held = {};
    // A region of a py.try: the exits used so far.
    struct Exit {
      ExitKind kind;
      bool fromHandler;
    };
    bool isTry = false;
    bool inHandler = false;
    std::vector<Exit> exits = {};
  };
  /// Leaves for `kind` from the current point, through all regions in between.
  void emitExit(ExitKind kind);
  void emitReturn(mlir::Value value);
  /// Runs `body`; an exception in it runs `handler`. `cleanup` is emitted on every way out of the
  /// body, `handler`'s ways out have none. Continues where both fall through; `orElse` is emitted
  /// only where the body does.
  void emitProtected(llvm::function_ref<void()> body,
                     llvm::function_ref<void(mlir::Value exception)> handler,
                     llvm::function_ref<void(ExitKind)> cleanup,
                     llvm::function_ref<void()> orElse = nullptr);
  /// Runs `body` while `exception` is the handled one (sys.exc_info), on all ways out not any more.
  void emitHandling(mlir::Value exception, llvm::function_ref<void()> body);

  // ---- Statements -----------------------------------------------------------------------------
  void emitBody(Span<ast::Stmt *> body);
  void emitStatement(const ast::Stmt &stmt);
  void emitIf(const ast::If &node);
  void emitWhile(const ast::While &node);
  void emitFor(const ast::For &node);
  void emitForDisplay(const ast::For &node, Span<ast::Expr *> items);
  void emitTry(const ast::Try &node);
  void emitTryExcept(const ast::Try &node);
  void emitHandlers(const ast::Try &node, mlir::Value exception);
  void emitHandlerBody(const ast::ExceptHandler &handler, mlir::Value exception);
  /// The finally body around the rest of the statement.
  void emitFinally(Span<ast::Stmt *> finalbody, llvm::function_ref<void()> body);
  void emitTryStar(const ast::TryStar &node);
  void emitStarHandlers(const ast::TryStar &node, mlir::Value exception);
  void emitWith(const ast::With &node, size_t item);
  class PatternEmitter; // patterns.cpp
  void emitMatch(const ast::Match &node);
  void emitRaise(const ast::Raise &node);
  void emitAssert(const ast::Assert &node);
  void emitDelete(const ast::Expr &target);
  void emitAssign(const ast::Assign &node);
  void emitAugAssign(const ast::AugAssign &node);
  void emitAnnAssign(const ast::AnnAssign &node);
  void assign(const ast::Expr &target, mlir::Value value);
  void unpackInto(Span<ast::Expr *> targets, mlir::Value value);
  void emitImport(const ast::Import &node);
  void emitImportFrom(const ast::ImportFrom &node);
  void emitFunctionDef(const ast::FunctionDef &node);
  mlir::Value emitFunctionObject(const ast::FunctionDef &node, mlir::Value defaults, mlir::Value keywordDefaults);
  void emitClassDef(const ast::ClassDef &node);
  mlir::Value emitClassObject(const ast::ClassDef &node);
  mlir::Value emitBases(const ast::ClassDef &node, mlir::Value callee);

  // ---- Expressions ----------------------------------------------------------------------------
  mlir::Value emit(const ast::Expr &expr);
  void emitCondition(const ast::Expr &expr, mlir::Block *ifTrue, mlir::Block *ifFalse);
  mlir::Value emitBoolOp(const ast::BoolOp &node);
  mlir::Value emitIfExp(const ast::IfExp &node);
  mlir::Value emitCompare(const ast::Compare &node);
  mlir::Value emitComparison(ast::CmpOperator op, mlir::Value left, mlir::Value right);
  mlir::Value emitBinary(ast::Operator op, mlir::Value left, mlir::Value right, bool inplace);
  mlir::Value emitUnary(const ast::UnaryOp &node);
  mlir::Value emitSequence(Span<ast::Expr *> elts, const ast::Expr &node);
  mlir::Value emitListOf(Span<ast::Expr *> elts);
  mlir::Value emitDict(const ast::Dict &node);
  mlir::Value emitSet(const ast::Set &node);
  mlir::Value emitSubscriptKey(const ast::Expr &slice);
  llvm::SmallVector<mlir::Value> emitBounds(const ast::Slice &slice);
  mlir::Value emitJoinedStr(const ast::JoinedStr &node);
  mlir::Value emitFormattedValue(const ast::FormattedValue &node);
  mlir::Value emitYield(mlir::Value value);
  mlir::Value emitYieldFrom(const ast::YieldFrom &node);
  llvm::SmallVector<mlir::Value> emitAll(Span<ast::Expr *> exprs);
  mlir::Value truth(mlir::Value value) { return condition<py::TruthOp>(value); }
  mlir::Value box(mlir::Value condition, bool negated = false) {
    return value<py::BoxBoolOp>(condition, negated);
  }

  // Calls (calls.cpp)
  mlir::Value emitCall(const ast::Call &node);
  /// The variables that super() without arguments takes; no class: the function stands in none.
  struct SuperNames {
    Identifier definingClass, self;
  };
  /// Nothing where the call is no such one.
  std::optional<SuperNames> superNames(const ast::Call &node);
  /// What it takes: super, the class, the object.
  std::array<mlir::Value, 3> emitSuper(const ast::Call &node, const SuperNames &names);
  mlir::Value emitMethodCall(const ast::Call &node, const ast::Attribute &callee);
  mlir::Value emitSpreadCall(const ast::Call &node, mlir::Value callee);
  mlir::Value emitSpreadPositional(Span<ast::Expr *> args, mlir::Value callee);
  mlir::Value emitSpreadKeywords(Span<ast::Keyword *> keywords, mlir::Value callee);
  bool isPlain(const ast::Expr &expr); // evaluating it cannot be told from not evaluating it
  mlir::ArrayAttr keywordNames(Span<ast::Keyword *> keywords);

  // Comprehensions (comprehensions.cpp)
  /// Emits the loops in place; `container` is made before them, `innermost` adds to it.
  mlir::Value emitInPlace(const ast::Expr &node, Span<ast::Comprehension *> generators,
                          llvm::function_ref<mlir::Value()> container,
                          llvm::function_ref<void(mlir::Value)> innermost);
  void emitGenerators(Span<ast::Comprehension *> generators, size_t index, mlir::Value iterator,
                      llvm::function_ref<void()> innermost);
  mlir::Value emitListComp(const ast::ListComp &node);
  mlir::Value emitSetComp(const ast::SetComp &node);
  mlir::Value emitDictComp(const ast::DictComp &node);
  mlir::Value emitGeneratorExp(const ast::GeneratorExp &node);
  void enterInlineScope(const Scope &scope);

  // Functions (functions.cpp)
  /// A function object over `body`, whose scope is `scope`; absent defaults are null.
  mlir::Value makeFunction(FunctionEmitter &body, const Scope &scope, mlir::Value defaults,
                           mlir::Value keywordDefaults);
  mlir::Value emitDefaults(const ast::Arguments &parameters);
  mlir::Value emitKeywordDefaults(const ast::Arguments &parameters);
  std::optional<std::string> docstringOf(Span<ast::Stmt *> body) const;
  std::string cleanDocstring(std::string_view text) const;
  mlir::Value emitLambda(const ast::Lambda &node);
  mlir::Value decorate(Span<ast::Expr *> decorators, llvm::ArrayRef<mlir::Value> values,
                       mlir::Value target);
  std::string nestedQualname(std::string_view name, const Scope &scope) const;

  // What annotations say (hints.cpp)
  void setFunctionHints(const ast::FunctionDef &node);
  void setFieldHints(const ast::ClassDef &node);
  /// On the op that has just stored the annotated variable or attribute.
  void setVariableHint(const ast::Expr &annotation);
  bool isChecking() const { return module_.input().typeHints == TypeHintMode::Check; }
  void emitParameterChecks(const ast::FunctionDef &node);
  void emitCheck(mlir::Value value, const ast::Expr &annotation, const std::string &what);
  void emitResultCheck(mlir::Value result);
  std::string sourceOf(const ast::Expr &annotation) const;

  // Annotations (annotations.cpp)
  void emitFunctionAnnotations(const ast::FunctionDef &node, mlir::Value function);
  /// An annotation of a class or module body. What stands in a block, or in a module, which may fail half-way, counts
  /// only when it has been executed.
  struct BodyAnnotation {
    const ast::AnnAssign *node;
    bool isConditional;
  };
  static void collectAnnotations(const ast::Node *node, bool isConditional, std::vector<BodyAnnotation> &found);
  bool hasLazyAnnotations() const;
  /// At the start of a class or module body. A class gets its __annotate__ at the end.
  void beginScopeAnnotations(Span<ast::Stmt *> body);
  void endScopeAnnotations();
  void emitAnnotateOfScope();
  void emitAnnotation(const ast::AnnAssign &node);
  mlir::Value emitAnnotationValue(const ast::Expr &annotation);
  using ConditionalAnnotations = llvm::DenseMap<const ast::AnnAssign *, int64_t>; // with their numbers
  mlir::Value emitAnnotate(const Scope &scope, uint32_t line, mlir::Value executed,
                           llvm::function_ref<mlir::Value(FunctionEmitter &)> annotations);
  /// In what takes the format: raises NotImplementedError for those above 2, which the caller makes from these.
  void emitFormatTest();
  void addAnnotation(mlir::Value dict, const ast::AnnAssign &node, const ConditionalAnnotations &conditional);
  mlir::StringAttr nameOf(const ast::AnnAssign &node);
  /// Stores a name of the runtime's protocol in the class namespace or the module.
  void storeHidden(llvm::StringRef name, mlir::Value value);

  // Type parameters (type_parameters.cpp)
  struct Generic {
    mlir::Value parameters; // a tuple
    mlir::Value defaults = {}, keywordDefaults = {};
  };
  /// What `make` makes in a function whose variables are the type parameters; it takes the defaults, where there are any.
  mlir::Value emitGeneric(const ast::Node &node, std::string_view name, Span<ast::TypeParam *> parameters, mlir::Value defaults,
                          mlir::Value keywordDefaults,
                          llvm::function_ref<mlir::Value(FunctionEmitter &inner, const Generic &generic)> make);
  mlir::Value emitTypeParameters(Span<ast::TypeParam *> parameters);
  mlir::Value emitTypeParameter(const ast::TypeParam &parameter);
  mlir::Value emitEvaluator(const Scope &scope, std::string_view name, const ast::Expr &expr);
  void emitTypeAlias(const ast::TypeAlias &node);
  /// A name of the scope by its spelling.
  Identifier symbolNamed(std::string_view name) const;

  bool refuseAsync(const ast::Node &node, const Scope &scope);
  void finish();

  ModuleEmitter &module_;
  FunctionEmitter *parent_;
  const Scope *scope_;
  std::string qualname_;
  uint32_t flags_;
  py::FuncOp func_;
  mlir::OpBuilder builder_;
  mlir::Location location_;
  mlir::Type valueType_, slotType_;
  mlir::Block *entry_;
  mlir::Operation *lastSlot_ = nullptr;
  mlir::Value returnSlot_;
  const ast::Expr *checkedResult_ = nullptr; // the annotation that results must suit
  mlir::Value namespace_; // class bodies
  std::map<std::string, Variable, std::less<>> variables_;
  std::vector<std::string> freeNames_;
  std::vector<InlineScope> inlineScopes_;
  std::vector<mlir::Value> comprehensionSlots_; // of all comprehensions emitted so far
  std::vector<Control> control_;
  std::vector<BodyAnnotation> bodyAnnotations_;
  ConditionalAnnotations conditionalAnnotations_;
  mlir::Value executedAnnotations_; // a slot with the set of the numbers of those that have been executed
};

/// Whether a nested function captures `name` of `scope`: comprehensions emitted in place do not.
bool isCaptured(const Scope &scope, Identifier name);

class FunctionEmitter::At {
  FunctionEmitter &emitter_;
  mlir::Location saved_;

public:
  At(FunctionEmitter &emitter, const SourceRange &range)
      : emitter_(emitter), saved_(emitter.location_) {
    emitter.setLocation(range);
  }
  At(FunctionEmitter &emitter, const ast::Node &node) : At(emitter, node.range()) {}
  At(const At &) = delete;
  ~At() { emitter_.location_ = saved_; }
};

} // namespace molt::irgen
