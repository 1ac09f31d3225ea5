// Expressions, but calls and comprehensions.
#include "compiler/irgen/function_emitter.h"

namespace molt::irgen {

mlir::Value FunctionEmitter::emit(const ast::Expr &expr) {
  At at(*this, expr);
  switch (expr.nodeKind()) {
  case ast::NodeKind::Constant:
    return constant(constantAttr(ast::cast<ast::Constant>(&expr)->value));
  case ast::NodeKind::Name:
    return loadName(ast::cast<ast::Name>(&expr)->id);
  case ast::NodeKind::BoolOp:
    return emitBoolOp(*ast::cast<ast::BoolOp>(&expr));
  case ast::NodeKind::NamedExpr: {
    auto *node = ast::cast<ast::NamedExpr>(&expr);
    mlir::Value result = emit(*node->value);
    assign(*node->target, result);
    return result;
  }
  case ast::NodeKind::BinOp: {
    auto *node = ast::cast<ast::BinOp>(&expr);
    mlir::Value left = emit(*node->left);
    return emitBinary(node->op, left, emit(*node->right), false);
  }
  case ast::NodeKind::UnaryOp:
    return emitUnary(*ast::cast<ast::UnaryOp>(&expr));
  case ast::NodeKind::Lambda:
    return emitLambda(*ast::cast<ast::Lambda>(&expr));
  case ast::NodeKind::IfExp:
    return emitIfExp(*ast::cast<ast::IfExp>(&expr));
  case ast::NodeKind::Dict:
    return emitDict(*ast::cast<ast::Dict>(&expr));
  case ast::NodeKind::Set:
    return emitSet(*ast::cast<ast::Set>(&expr));
  case ast::NodeKind::ListComp:
    return emitListComp(*ast::cast<ast::ListComp>(&expr));
  case ast::NodeKind::SetComp:
    return emitSetComp(*ast::cast<ast::SetComp>(&expr));
  case ast::NodeKind::DictComp:
    return emitDictComp(*ast::cast<ast::DictComp>(&expr));
  case ast::NodeKind::GeneratorExp:
    return emitGeneratorExp(*ast::cast<ast::GeneratorExp>(&expr));
  case ast::NodeKind::Yield: {
    auto *node = ast::cast<ast::Yield>(&expr);
    return emitYield(node->value ? emit(*node->value) : none());
  }
  case ast::NodeKind::YieldFrom:
    return emitYieldFrom(*ast::cast<ast::YieldFrom>(&expr));
  case ast::NodeKind::Compare:
    return emitCompare(*ast::cast<ast::Compare>(&expr));
  case ast::NodeKind::Call:
    return emitCall(*ast::cast<ast::Call>(&expr));
  case ast::NodeKind::FormattedValue:
    return emitFormattedValue(*ast::cast<ast::FormattedValue>(&expr));
  case ast::NodeKind::JoinedStr:
    return emitJoinedStr(*ast::cast<ast::JoinedStr>(&expr));
  case ast::NodeKind::Attribute: {
    auto *node = ast::cast<ast::Attribute>(&expr);
    mlir::Value object = emit(*node->value);
    setLocation(*node);
    return value<py::GetAttributeOp>(object, stringAttr(mangled(node->attr)));
  }
  case ast::NodeKind::Subscript: {
    auto *node = ast::cast<ast::Subscript>(&expr);
    mlir::Value object = emit(*node->value);
    if (auto *slice = ast::dynCast<ast::Slice>(node->slice))
      return value<py::GetSliceOp>(object, emitBounds(*slice));
    return value<py::GetItemOp>(object, emitSubscriptKey(*node->slice));
  }
  case ast::NodeKind::List:
    return emitListOf(ast::cast<ast::List>(&expr)->elts);
  case ast::NodeKind::Tuple: {
    if (mlir::Attribute folded = foldConstant(expr))
      return constant(folded);
    auto *node = ast::cast<ast::Tuple>(&expr);
    for (const ast::Expr *elt : node->elts)
      if (ast::isa<ast::Starred>(elt))
        return value<py::ListToTupleOp>(emitListOf(node->elts));
    return value<py::MakeTupleOp>(emitAll(node->elts));
  }
  case ast::NodeKind::Slice:
    return emitSubscriptKey(expr);
  case ast::NodeKind::Await:
    module_.unsupported(expr, "'await'");
    return none();
  case ast::NodeKind::TemplateStr:
    module_.unsupported(expr, "t-strings");
    return none();
  default:
    llvm_unreachable("an expression that irgen does not know");
  }
}

llvm::SmallVector<mlir::Value> FunctionEmitter::emitAll(Span<ast::Expr *> exprs) {
  llvm::SmallVector<mlir::Value> values;
  for (const ast::Expr *expr : exprs)
    values.push_back(emit(*expr));
  return values;
}

/// Branches on the truth of an expression, without making a bool where that can be avoided.
void FunctionEmitter::emitCondition(const ast::Expr &expr, mlir::Block *ifTrue,
                                    mlir::Block *ifFalse) {
  At at(*this, expr);
  if (auto *node = ast::dynCast<ast::UnaryOp>(&expr); node && node->op == ast::UnaryOperator::Not)
    return emitCondition(*node->operand, ifFalse, ifTrue);
  if (auto *node = ast::dynCast<ast::BoolOp>(&expr)) {
    bool isAnd = node->op == ast::BoolOperator::And;
    for (size_t i = 0; i + 1 < node->values.size(); ++i) {
      mlir::Block *next = newBlock();
      emitCondition(*node->values[i], isAnd ? next : ifTrue, isAnd ? ifFalse : next);
      setBlock(next);
    }
    return emitCondition(*node->values.back(), ifTrue, ifFalse);
  }
  if (auto *node = ast::dynCast<ast::Compare>(&expr); node && node->ops.size() == 1) {
    ast::CmpOperator op = node->ops[0];
    using enum ast::CmpOperator;
    if (op == Is || op == IsNot || op == In || op == NotIn) {
      mlir::Value left = emit(*node->left), right = emit(*node->comparators[0]);
      mlir::Value result = op == Is || op == IsNot ? condition<py::IsOp>(left, right)
                                                   : condition<py::ContainsOp>(right, left);
      bool negate = op == IsNot || op == NotIn;
      return conditionalBranch(result, negate ? ifFalse : ifTrue, negate ? ifTrue : ifFalse);
    }
  }
  conditionalBranch(truth(emit(expr)), ifTrue, ifFalse);
}

mlir::Value FunctionEmitter::emitBoolOp(const ast::BoolOp &node) {
  mlir::Block *after = newBlock();
  mlir::Value result = after->addArgument(valueType_, location_);
  for (size_t i = 0; i < node.values.size(); ++i) {
    mlir::Value operand = emit(*node.values[i]);
    if (i + 1 == node.values.size()) {
      branch(after, operand);
      break;
    }
    mlir::Block *next = newBlock(), *decided = newBlock();
    bool isAnd = node.op == ast::BoolOperator::And;
    mlir::Value holds = [&] {
      At at(*this, *node.values[i]);
      return truth(operand);
    }();
    conditionalBranch(holds, isAnd ? next : decided, isAnd ? decided : next);
    setBlock(decided);
    branch(after, operand);
    setBlock(next);
  }
  setBlock(after);
  return result;
}

mlir::Value FunctionEmitter::emitIfExp(const ast::IfExp &node) {
  mlir::Block *then = newBlock(), *otherwise = newBlock(), *after = newBlock();
  mlir::Value result = after->addArgument(valueType_, location_);
  emitCondition(*node.test, then, otherwise);
  setBlock(then);
  branch(after, emit(*node.body));
  setBlock(otherwise);
  branch(after, emit(*node.orelse));
  setBlock(after);
  return result;
}

mlir::Value FunctionEmitter::emitCompare(const ast::Compare &node) {
  mlir::Value left = emit(*node.left);
  if (node.ops.size() == 1)
    return emitComparison(node.ops[0], left, emit(*node.comparators[0]));
  mlir::Block *after = newBlock();
  mlir::Value result = after->addArgument(valueType_, location_);
  for (size_t i = 0; i < node.ops.size(); ++i) {
    mlir::Value right = emit(*node.comparators[i]);
    mlir::Value compared = emitComparison(node.ops[i], left, right);
    if (i + 1 == node.ops.size()) {
      branch(after, compared);
      break;
    }
    mlir::Block *next = newBlock(), *decided = newBlock();
    conditionalBranch(truth(compared), next, decided);
    setBlock(decided);
    branch(after, compared);
    setBlock(next);
    left = right;
  }
  setBlock(after);
  return result;
}

mlir::Value FunctionEmitter::emitComparison(ast::CmpOperator op, mlir::Value left,
                                            mlir::Value right) {
  switch (op) {
  case ast::CmpOperator::Eq:
    return value<py::EqualOp>(left, right);
  case ast::CmpOperator::NotEq:
    return value<py::NotEqualOp>(left, right);
  case ast::CmpOperator::Lt:
    return value<py::LessOp>(left, right);
  case ast::CmpOperator::LtE:
    return value<py::LessEqualOp>(left, right);
  case ast::CmpOperator::Gt:
    return value<py::GreaterOp>(left, right);
  case ast::CmpOperator::GtE:
    return value<py::GreaterEqualOp>(left, right);
  case ast::CmpOperator::Is:
    return box(condition<py::IsOp>(left, right));
  case ast::CmpOperator::IsNot:
    return box(condition<py::IsOp>(left, right), true);
  case ast::CmpOperator::In:
    return box(condition<py::ContainsOp>(right, left));
  case ast::CmpOperator::NotIn:
    return box(condition<py::ContainsOp>(right, left), true);
  }
  llvm_unreachable("all comparisons are handled");
}

mlir::Value FunctionEmitter::emitBinary(ast::Operator op, mlir::Value left, mlir::Value right,
                                        bool inplace) {
  switch (op) {
#define OPERATOR(name, Op)                                                                         \
  case ast::Operator::name:                                                                        \
    return inplace ? value<py::Inplace##Op>(left, right) : value<py::Op>(left, right);
    OPERATOR(Add, AddOp)
    OPERATOR(Sub, SubtractOp)
    OPERATOR(Mult, MultiplyOp)
    OPERATOR(MatMult, MatrixMultiplyOp)
    OPERATOR(Div, TrueDivideOp)
    OPERATOR(Mod, ModuloOp)
    OPERATOR(Pow, PowerOp)
    OPERATOR(LShift, ShiftLeftOp)
    OPERATOR(RShift, ShiftRightOp)
    OPERATOR(BitOr, BitOrOp)
    OPERATOR(BitXor, BitXorOp)
    OPERATOR(BitAnd, BitAndOp)
    OPERATOR(FloorDiv, FloorDivideOp)
#undef OPERATOR
  }
  llvm_unreachable("all operators are handled");
}

mlir::Value FunctionEmitter::emitUnary(const ast::UnaryOp &node) {
  if (mlir::Attribute folded = foldConstant(node))
    return constant(folded);
  mlir::Value operand = emit(*node.operand);
  switch (node.op) {
  case ast::UnaryOperator::Invert:
    return value<py::InvertOp>(operand);
  case ast::UnaryOperator::UAdd:
    return value<py::PositiveOp>(operand);
  case ast::UnaryOperator::USub:
    return value<py::NegativeOp>(operand);
  case ast::UnaryOperator::Not:
    return box(truth(operand), true);
  }
  llvm_unreachable("all unary operators are handled");
}

mlir::Value FunctionEmitter::emitListOf(Span<ast::Expr *> elts) {
  size_t star = 0;
  while (star < elts.size() && !ast::isa<ast::Starred>(elts[star]))
    ++star;
  mlir::Value list = value<py::MakeListOp>(emitAll(elts.slice(0, star)));
  for (const ast::Expr *elt : elts.slice(star)) {
    if (auto *starred = ast::dynCast<ast::Starred>(elt)) {
      At at(*this, *starred);
      effect<py::ListExtendOp>(list, emit(*starred->value));
    } else {
      effect<py::ListAppendOp>(list, emit(*elt));
    }
  }
  return list;
}

// What CPython folds to a constant as an item of a display.
static bool isConstantItem(const ast::Expr *expr) {
  if (auto *unary = ast::dynCast<ast::UnaryOp>(expr))
    return unary->op != ast::UnaryOperator::Not && ast::isa<ast::Constant>(unary->operand);
  if (auto *tuple = ast::dynCast<ast::Tuple>(expr)) {
    for (const ast::Expr *item : tuple->elts)
      if (!isConstantItem(item))
        return false;
    return true;
  }
  return ast::isa<ast::Constant>(expr);
}

mlir::Value FunctionEmitter::emitSet(const ast::Set &node) {
  size_t constants = 0;
  while (constants < node.elts.size() && isConstantItem(node.elts[constants]))
    ++constants;
  if (constants >= 3 && constants == node.elts.size()) {
    // CPython makes a frozenset of the constants and adds that to an empty set: the order shows it.
    mlir::Value frozen = value<py::MakeSetOp>(emitAll(node.elts));
    mlir::Value set = value<py::MakeSetOp>(mlir::ValueRange());
    effect<py::SetUpdateOp>(set, frozen);
    return set;
  }
  size_t star = 0;
  while (star < node.elts.size() && !ast::isa<ast::Starred>(node.elts[star]))
    ++star;
  mlir::Value set = value<py::MakeSetOp>(emitAll(node.elts.slice(0, star)));
  for (const ast::Expr *elt : node.elts.slice(star)) {
    if (auto *starred = ast::dynCast<ast::Starred>(elt))
      effect<py::SetUpdateOp>(set, emit(*starred->value));
    else
      effect<py::SetAddOp>(set, emit(*elt));
  }
  return set;
}

mlir::Value FunctionEmitter::emitDict(const ast::Dict &node) {
  size_t plain = 0;
  while (plain < node.keys.size() && node.keys[plain])
    ++plain;
  llvm::SmallVector<mlir::Value> pairs;
  for (size_t i = 0; i < plain; ++i) {
    pairs.push_back(emit(*node.keys[i]));
    pairs.push_back(emit(*node.values[i]));
  }
  mlir::Value dict = value<py::MakeDictOp>(pairs);
  for (size_t i = plain; i < node.keys.size(); ++i) {
    if (!node.keys[i]) {
      effect<py::DictUpdateOp>(dict, emit(*node.values[i]));
      continue;
    }
    mlir::Value key = emit(*node.keys[i]);
    effect<py::DictSetOp>(dict, key, emit(*node.values[i]));
  }
  return dict;
}

llvm::SmallVector<mlir::Value> FunctionEmitter::emitBounds(const ast::Slice &slice) {
  auto part = [&](const ast::Expr *expr) { return expr ? emit(*expr) : none(); };
  mlir::Value lower = part(slice.lower), upper = part(slice.upper), step = part(slice.step);
  return {lower, upper, step};
}

mlir::Value FunctionEmitter::emitSubscriptKey(const ast::Expr &slice) {
  auto *node = ast::dynCast<ast::Slice>(&slice);
  if (!node)
    return emit(slice);
  llvm::SmallVector<mlir::Value> bounds = emitBounds(*node);
  return value<py::MakeSliceOp>(bounds[0], bounds[1], bounds[2]);
}

mlir::Value FunctionEmitter::emitJoinedStr(const ast::JoinedStr &node) {
  if (node.values.empty())
    return constantStr("");
  if (node.values.size() == 1)
    return emit(*node.values[0]);
  return value<py::JoinStringsOp>(emitAll(node.values));
}

mlir::Value FunctionEmitter::emitFormattedValue(const ast::FormattedValue &node) {
  mlir::Value operand = emit(*node.value);
  mlir::Value spec = node.format_spec ? emit(*node.format_spec) : mlir::Value();
  uint32_t conversion = node.conversion < 0 ? 0 : static_cast<uint32_t>(node.conversion);
  return value<py::FormatValueOp>(operand, conversion, spec);
}

mlir::Value FunctionEmitter::emitYield(mlir::Value yielded) {
  return value<py::YieldOp>(yielded, mlir::Value());
}

mlir::Value FunctionEmitter::emitYieldFrom(const ast::YieldFrom &node) {
  mlir::Value iterator = value<py::GetYieldFromIteratorOp>(emit(*node.value));
  mlir::Block *step = newBlock(), *suspend = newBlock(), *after = newBlock();
  mlir::Value sent = step->addArgument(valueType_, location_);
  branch(step, none());
  setBlock(step);
  auto delegate = py::DelegateOp::create(builder_, location_, valueType_, valueType_, iterator, sent);
  conditionalBranch(condition<py::IsExhaustedOp>(delegate.getYielded()), after, suspend);
  setBlock(suspend);
  branch(step, value<py::YieldOp>(delegate.getYielded(), iterator));
  setBlock(after);
  return delegate.getResult();
}

} // namespace molt::irgen
