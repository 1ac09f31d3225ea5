// match statements.
//
// A pattern is a chain of tests, each of which goes on or leaves for the block where the pattern has failed. Rules:
//  1. Names are bound when the whole pattern has matched, in the order of their captures, and before the guard: until then
//     what they will be bound to are values.
//  2. The alternatives of an or-pattern meet in a block that takes their captures, in the order of the first one.
//  3. What can be asked with ops that there are (==, `is`, subscripts, unpacking) is, in CPython's order, so that the
//     optimiser sees nothing new: an `int` subject with literal patterns is a chain of comparisons.
#include "compiler/irgen/function_emitter.h"

namespace molt::irgen {

namespace {

bool isWildcard(const ast::Pattern &pattern) {
  auto *as = ast::dynCast<ast::MatchAs>(&pattern);
  return as && !as->pattern && !as->name;
}
bool isWildcardStar(const ast::Pattern &pattern) {
  auto *star = ast::dynCast<ast::MatchStar>(&pattern);
  return star && !star->name;
}

/// The place of the star; patterns.size() without one.
size_t starIn(Span<ast::Pattern *> patterns) {
  size_t star = 0;
  while (star < patterns.size() && !ast::isa<ast::MatchStar>(patterns[star]))
    ++star;
  return star;
}

} // namespace

/// Emits the tests of one pattern. Each leaves the emitter where the pattern goes on.
class FunctionEmitter::PatternEmitter {
public:
  struct Capture {
    Identifier name;
    mlir::Value value;
  };

  PatternEmitter(FunctionEmitter &emitter, mlir::Block *failed) : e_(emitter), failed_(failed) {}

  void emit(const ast::Pattern &pattern, mlir::Value subject);
  llvm::ArrayRef<Capture> captures() const { return captures_; }

private:
  void require(mlir::Value condition) {
    mlir::Block *next = e_.newBlock();
    e_.conditionalBranch(condition, next, failed_);
    e_.setBlock(next);
  }
  void capture(Identifier name, mlir::Value value) {
    if (name)
      captures_.push_back({name, value});
  }
  void emitPart(const ast::Pattern &pattern, mlir::Value subject) {
    if (!isWildcard(pattern))
      emit(pattern, subject);
  }
  mlir::Value length(mlir::Value subject) { return e_.value<py::LenOp>(subject); }
  void requireLength(const ast::MatchSequence &node, mlir::Value subject, size_t star);
  void emitSequence(const ast::MatchSequence &node, mlir::Value subject);
  void emitItems(Span<ast::Pattern *> patterns, mlir::Value subject, size_t star);
  void emitMapping(const ast::MatchMapping &node, mlir::Value subject);
  void emitRest(const ast::MatchMapping &node, mlir::Value subject, llvm::ArrayRef<mlir::Value> keys);
  void emitClass(const ast::MatchClass &node, mlir::Value subject);
  void emitOr(const ast::MatchOr &node, mlir::Value subject);

  FunctionEmitter &e_;
  mlir::Block *failed_;
  llvm::SmallVector<Capture, 4> captures_;
};

void FunctionEmitter::PatternEmitter::emit(const ast::Pattern &pattern, mlir::Value subject) {
  At at(e_, pattern);
  switch (pattern.nodeKind()) {
  case ast::NodeKind::MatchValue: {
    mlir::Value value = e_.emit(*ast::cast<ast::MatchValue>(&pattern)->value);
    return require(e_.truth(e_.value<py::EqualOp>(subject, value)));
  }
  case ast::NodeKind::MatchSingleton: {
    mlir::Value value = e_.constant(e_.constantAttr(ast::cast<ast::MatchSingleton>(&pattern)->value));
    return require(e_.condition<py::IsOp>(subject, value));
  }
  case ast::NodeKind::MatchSequence:
    return emitSequence(*ast::cast<ast::MatchSequence>(&pattern), subject);
  case ast::NodeKind::MatchMapping:
    return emitMapping(*ast::cast<ast::MatchMapping>(&pattern), subject);
  case ast::NodeKind::MatchClass:
    return emitClass(*ast::cast<ast::MatchClass>(&pattern), subject);
  case ast::NodeKind::MatchStar:
    return capture(ast::cast<ast::MatchStar>(&pattern)->name, subject);
  case ast::NodeKind::MatchAs: {
    auto *node = ast::cast<ast::MatchAs>(&pattern);
    if (node->pattern)
      emit(*node->pattern, subject);
    return capture(node->name, subject);
  }
  case ast::NodeKind::MatchOr:
    return emitOr(*ast::cast<ast::MatchOr>(&pattern), subject);
  default:
    llvm_unreachable("a pattern that irgen does not know");
  }
}

// ---- Sequences ------------------------------------------------------------------------------------------------------

void FunctionEmitter::PatternEmitter::emitSequence(const ast::MatchSequence &node, mlir::Value subject) {
  Span<ast::Pattern *> patterns = node.patterns;
  size_t star = starIn(patterns);
  bool hasStar = star < patterns.size();
  require(e_.condition<py::IsSequenceOp>(subject));
  requireLength(node, subject, star);
  auto isIgnored = [](const ast::Pattern *pattern) { return isWildcard(*pattern) || isWildcardStar(*pattern); };
  if (std::all_of(patterns.begin(), patterns.end(), isIgnored))
    return;
  if (hasStar && isWildcardStar(*patterns[star]))
    return emitItems(patterns, subject, star);
  llvm::SmallVector<mlir::Type> types(patterns.size(), e_.valueType_);
  mlir::Operation *unpack =
      hasStar ? py::UnpackStarOp::create(e_.builder_, e_.location_, types, subject, static_cast<uint32_t>(star),
                                         static_cast<uint32_t>(patterns.size() - star - 1))
                    .getOperation()
              : py::UnpackOp::create(e_.builder_, e_.location_, types, subject).getOperation();
  for (size_t i = 0; i < patterns.size(); ++i)
    emitPart(*patterns[i], unpack->getResult(i));
}

void FunctionEmitter::PatternEmitter::requireLength(const ast::MatchSequence &node, mlir::Value subject, size_t star) {
  size_t size = node.patterns.size();
  if (star == size)
    require(e_.truth(e_.value<py::EqualOp>(length(subject), e_.constantInt(size))));
  else if (size > 1)
    require(e_.truth(e_.value<py::GreaterEqualOp>(length(subject), e_.constantInt(size - 1))));
}

// With a star that binds nothing: only the items that are looked at are taken.
void FunctionEmitter::PatternEmitter::emitItems(Span<ast::Pattern *> patterns, mlir::Value subject, size_t star) {
  for (size_t i = 0; i < patterns.size(); ++i) {
    if (i == star || isWildcard(*patterns[i]))
      continue;
    mlir::Value index = i < star ? e_.constantInt(i)
                                 : e_.value<py::SubtractOp>(length(subject), e_.constantInt(patterns.size() - i));
    emit(*patterns[i], e_.value<py::GetItemOp>(subject, index));
  }
}

// ---- Mappings -------------------------------------------------------------------------------------------------------

void FunctionEmitter::PatternEmitter::emitMapping(const ast::MatchMapping &node, mlir::Value subject) {
  require(e_.condition<py::IsMappingOp>(subject));
  size_t size = node.keys.size();
  llvm::SmallVector<mlir::Value> keys;
  if (size) {
    require(e_.truth(e_.value<py::GreaterEqualOp>(length(subject), e_.constantInt(size))));
    keys = e_.emitAll(node.keys);
    llvm::SmallVector<mlir::Type> types(size, e_.valueType_);
    auto found = py::MatchKeysOp::create(e_.builder_, e_.location_, e_.builder_.getI1Type(), types, subject, keys);
    require(found.getResult());
    for (size_t i = 0; i < size; ++i)
      emitPart(*node.patterns[i], found.getValues()[i]);
  }
  if (node.rest)
    emitRest(node, subject, keys);
}

void FunctionEmitter::PatternEmitter::emitRest(const ast::MatchMapping &node, mlir::Value subject,
                                               llvm::ArrayRef<mlir::Value> keys) {
  mlir::Value rest = e_.value<py::MakeDictOp>(mlir::ValueRange());
  e_.effect<py::DictUpdateOp>(rest, subject);
  for (mlir::Value key : keys)
    e_.effect<py::DeleteItemOp>(rest, key);
  capture(node.rest, rest);
}

// ---- Classes --------------------------------------------------------------------------------------------------------

void FunctionEmitter::PatternEmitter::emitClass(const ast::MatchClass &node, mlir::Value subject) {
  mlir::Value type = e_.emit(*node.cls);
  require(e_.condition<py::MatchInstanceOp>(subject, type));
  llvm::SmallVector<const ast::Pattern *> patterns(node.patterns.begin(), node.patterns.end());
  patterns.append(node.kwd_patterns.begin(), node.kwd_patterns.end());
  if (patterns.empty())
    return;
  llvm::SmallVector<mlir::Attribute> names;
  for (Identifier name : node.kwd_attrs)
    names.push_back(e_.stringAttr(name)); // as it is: CPython does not mangle it
  llvm::SmallVector<mlir::Type> types(patterns.size(), e_.valueType_);
  auto found = py::MatchAttributesOp::create(e_.builder_, e_.location_, e_.builder_.getI1Type(), types, subject, type,
                                             static_cast<uint64_t>(node.patterns.size()), e_.builder_.getArrayAttr(names));
  require(found.getResult());
  for (auto [pattern, attribute] : llvm::zip(patterns, found.getFound()))
    emitPart(*pattern, attribute);
}

// ---- Alternatives ---------------------------------------------------------------------------------------------------

void FunctionEmitter::PatternEmitter::emitOr(const ast::MatchOr &node, mlir::Value subject) {
  mlir::Block *matched = e_.newBlock();
  llvm::SmallVector<Identifier, 4> names;
  for (size_t i = 0; i < node.patterns.size(); ++i) {
    bool isLast = i + 1 == node.patterns.size();
    mlir::Block *failed = isLast ? failed_ : e_.newBlock();
    PatternEmitter alternative(e_, failed);
    alternative.emit(*node.patterns[i], subject);
    if (i == 0)
      for (const Capture &capture : alternative.captures_) {
        names.push_back(capture.name);
        matched->addArgument(e_.valueType_, e_.location_);
      }
    llvm::SmallVector<mlir::Value, 4> values;
    for (Identifier name : names)
      for (const Capture &capture : alternative.captures_)
        if (capture.name == name)
          values.push_back(capture.value);
    e_.branch(matched, values);
    if (!isLast)
      e_.joinAt(failed);
    if (e_.isTerminated()) // an alternative that always matches; only the last one may
      break;
  }
  e_.setBlock(matched);
  for (auto [name, value] : llvm::zip(names, matched->getArguments()))
    captures_.push_back({name, value});
}

// ---- The statement --------------------------------------------------------------------------------------------------

void FunctionEmitter::emitMatch(const ast::Match &node) {
  mlir::Value subject = emit(*node.subject);
  mlir::Block *after = newBlock();
  for (const ast::MatchCase *current : node.cases) {
    mlir::Block *failed = newBlock();
    PatternEmitter pattern(*this, failed);
    pattern.emit(*current->pattern, subject);
    setLocation(*current->pattern);
    for (const PatternEmitter::Capture &capture : pattern.captures())
      storeName(capture.name, capture.value);
    if (current->guard) {
      mlir::Block *body = newBlock();
      emitCondition(*current->guard, body, failed);
      setBlock(body);
    }
    emitBody(current->body);
    if (!isTerminated())
      branch(after);
    joinAt(failed);
    if (isTerminated())
      break; // the pattern always matches
  }
  if (!isTerminated())
    branch(after);
  joinAt(after);
}

} // namespace molt::irgen
