// The error grammar of statements, parameters and patterns. Notation: error_grammar.h.
#include "frontend/error_grammar.h"

namespace molt {

const char *const errorGrammarStatements = R"GRAMMAR(
file: statements? ENDMARKER
interactive: compound_stmt NEWLINE | simple_stmts | NEWLINE | ENDMARKER
eval: expressions NEWLINE* ENDMARKER

statements: statement+
statement: compound_stmt | simple_stmts
simple_stmts: simple_stmt !';' NEWLINE | ';'.simple_stmt+ ';'? NEWLINE

simple_stmt*:
  | assignment
  | &"type" type_alias
  | <14 &('import' | 'from') import_stmt
  | star_expressions
  | &'return' 'return' star_expressions?
  | >13 &('import' | 'from') import_stmt
  | &'raise' raise_stmt
  | 'pass'
  | &'del' del_stmt
  | &'yield' yield_expr
  | &'assert' assert_stmt
  | 'break'
  | 'continue'
  | &'global' 'global' ','.NAME+
  | &'nonlocal' 'nonlocal' ','.NAME+

compound_stmt:
  | &('def' | '@' | 'async') function_def
  | &'if' if_stmt
  | &('class' | '@') class_def
  | &('with' | 'async') with_stmt
  | &('for' | 'async') for_stmt
  | &'try' try_stmt
  | &'while' while_stmt
  | match_stmt

# ---- assignments

assignment:
  | NAME ':' expression ('=' annotated_rhs)?
  | ('(' single_target ')' | single_subscript_attribute_target) ':' expression ('=' annotated_rhs)?
  | (star_targets '=')+ annotated_rhs !'='
  | single_target augassign ~ annotated_rhs
  | invalid_assignment
annotated_rhs: yield_expr | star_expressions
augassign:
  | '+=' | '-=' | '*=' | '@=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '**=' | '//='
invalid_assignment:
  | a=invalid_ann_assign_target ':' expression
      -> at a `only single target (not {a}) can be annotated`
  | a=star_named_expression ',' star_named_expressions* ':' expression
      -> at a `only single target (not tuple) can be annotated`
  | a=expression ':' expression -> at a `illegal target for annotation`
  | (star_targets '=')* a=star_expressions '=' -> call assignmentTarget a
  | (star_targets '=')* a=yield_expr '=' -> at a `assignment to yield expression not possible`
  | a=star_expressions augassign annotated_rhs
      -> at a `'{a}' is an illegal expression for augmented assignment`
invalid_ann_assign_target: list | tuple | '(' invalid_ann_assign_target ')'

# ---- simple statements

raise_stmt: 'raise' expression 'from' expression | 'raise' expression | 'raise'
del_stmt: 'del' del_targets &(';' | NEWLINE) | invalid_del_stmt
invalid_del_stmt: 'del' a=star_expressions -> call deleteTarget a
assert_stmt: 'assert' expression (',' expression)?

import_stmt*: invalid_import | 'import' ','.dotted_as_name+ | import_from
invalid_import:
  | a='import' ','.dotted_name+ 'from' dotted_name
      -> from a `Did you mean to use 'from ... import ...' instead?`
  | <13 'import' a=NEWLINE -> from a `Expected one or more names after 'import'`
import_from:
  | 'from' ('.' | '...')* dotted_name 'import' import_from_targets
  | 'from' ('.' | '...')+ 'import' import_from_targets
import_from_targets:
  | '(' ','.import_from_as_name+ ','? ')'
  | ','.import_from_as_name+ !','
  | '*'
  | invalid_import_from_targets
invalid_import_from_targets:
  | ','.import_from_as_name+ ',' NEWLINE
      -> last `trailing comma not allowed without surrounding parentheses`
  | <13 a=NEWLINE -> from a `Expected one or more names after 'import'`
import_from_as_name: <14 invalid_import_from_as_name | NAME ('as' NAME)?
invalid_import_from_as_name:
  | NAME 'as' !(NAME (',' | ')' | NEWLINE)) a=expression -> at a `cannot use {a} as import target`
dotted_as_name: <14 invalid_dotted_as_name | dotted_name ('as' NAME)?
invalid_dotted_as_name:
  | dotted_name 'as' !(NAME (',' | ')' | NEWLINE)) a=expression
      -> at a `cannot use {a} as import target`
dotted_name: NAME ('.' NAME)*

# ---- blocks, classes, functions

block*: NEWLINE INDENT statements DEDENT | simple_stmts | invalid_block
invalid_block: NEWLINE !INDENT -> indent `expected an indented block`
decorators: ('@' named_expression NEWLINE)+
class_def: decorators class_def_raw | class_def_raw
class_def_raw:
  | invalid_class_def_raw
  | 'class' NAME type_params? ('(' arguments? ')')? ':' block
invalid_class_def_raw:
  | 'class' NAME type_params? ('(' arguments? ')')? NEWLINE -> last `expected ':'`
  | a='class' NAME type_params? ('(' arguments? ')')? ':' NEWLINE !INDENT
      -> indent `expected an indented block after class definition on line {line a}`
function_def: decorators function_def_raw | function_def_raw
function_def_raw:
  | invalid_def_raw
  | >12 'def' NAME type_params? &&'(' params? ')' ('->' expression)? &&':' block
  | >12 'async' 'def' NAME type_params? &&'(' params? ')' ('->' expression)? &&':' block
  | <13 'def' NAME type_params? '(' params? ')' ('->' expression)? ':' block
  | <13 'async' 'def' NAME type_params? '(' params? ')' ('->' expression)? ':' block
invalid_def_raw:
  | 'async'? a='def' NAME type_params? '(' params? ')' ('->' expression)? ':' NEWLINE !INDENT
      -> indent `expected an indented block after function definition on line {line a}`
  | <13 'async'? 'def' NAME type_params? &&'(' params? ')' ('->' expression)? &&':' block

# ---- parameters

params: invalid_parameters | parameters
parameters:
  | slash_no_default param_no_default* param_with_default* star_etc?
  | slash_with_default param_with_default* star_etc?
  | param_no_default+ param_with_default* star_etc?
  | param_with_default+ star_etc?
  | star_etc
slash_no_default: param_no_default+ '/' ',' | param_no_default+ '/' &')'
slash_with_default:
  | param_no_default* param_with_default+ '/' ','
  | param_no_default* param_with_default+ '/' &')'
star_etc:
  | invalid_star_etc
  | '*' param_no_default param_maybe_default* kwds?
  | '*' param_no_default_star_annotation param_maybe_default* kwds?
  | '*' ',' param_maybe_default+ kwds?
  | kwds
kwds: invalid_kwds | '**' param_no_default
param_no_default: param ',' | param &')'
param_no_default_star_annotation: param_star_annotation ',' | param_star_annotation &')'
param_with_default: param default ',' | param default &')'
param_maybe_default: param default? ',' | param default? &')'
param: NAME annotation?
param_star_annotation: NAME ':' star_expression
annotation: ':' expression
default: '=' expression | invalid_default
invalid_default: a='=' &(')' | ',') -> at a `expected default value expression`
invalid_parameters:
  | <13 a='/' ',' -> at a `at least one argument must precede /`
  | <13 (slash_no_default | slash_with_default) param_maybe_default* a='/'
      -> at a `/ may appear only once`
  | slash_no_default? param_no_default* invalid_parameters_helper a=param_no_default
      -> at a `parameter without a default follows parameter with a default`
  | param_no_default* a='(' param_no_default+ ','? b=')'
      -> span a b `Function parameters cannot be parenthesized`
  | >12 a='/' ',' -> at a `at least one argument must precede /`
  | >12 (slash_no_default | slash_with_default) param_maybe_default* a='/'
      -> at a `/ may appear only once`
  | (slash_no_default | slash_with_default)? param_maybe_default* '*' (',' | param_no_default)
    param_maybe_default* a='/' -> at a `/ must be ahead of *`
  | param_maybe_default+ '/' a='*' -> at a `expected comma between / and *`
invalid_parameters_helper: slash_with_default | param_with_default+
invalid_star_etc:
  | a='*' (')' | ',' (')' | '**')) -> at a `named arguments must follow bare *`
  | '*' param a='=' -> at a `var-positional argument cannot have default value`
  | '*' (param_no_default | ',') param_maybe_default* a='*' (param_no_default | ',')
      -> at a `* argument may appear only once`
invalid_kwds:
  | '**' param a='=' -> at a `var-keyword argument cannot have default value`
  | '**' param ',' a=param -> at a `arguments cannot follow var-keyword argument`
  | '**' param ',' a=('*' | '**' | '/') -> at a `arguments cannot follow var-keyword argument`

# ---- if, while, for, with

if_stmt:
  | invalid_if_stmt
  | 'if' named_expression ':' block elif_stmt
  | 'if' named_expression ':' block else_block?
invalid_if_stmt:
  | 'if' named_expression NEWLINE -> last `expected ':'`
  | a='if' named_expression ':' NEWLINE !INDENT
      -> indent `expected an indented block after 'if' statement on line {line a}`
elif_stmt:
  | invalid_elif_stmt
  | 'elif' named_expression ':' block elif_stmt
  | 'elif' named_expression ':' block else_block?
invalid_elif_stmt:
  | 'elif' named_expression NEWLINE -> last `expected ':'`
  | a='elif' named_expression ':' NEWLINE !INDENT
      -> indent `expected an indented block after 'elif' statement on line {line a}`
else_block: invalid_else_stmt | 'else' &&':' block
invalid_else_stmt:
  | a='else' ':' NEWLINE !INDENT
      -> indent `expected an indented block after 'else' statement on line {line a}`
  | <14 'else' ':' block 'elif' -> last `'elif' block follows an 'else' block`
while_stmt: invalid_while_stmt | 'while' named_expression ':' block else_block?
invalid_while_stmt:
  | 'while' named_expression NEWLINE -> last `expected ':'`
  | a='while' named_expression ':' NEWLINE !INDENT
      -> indent `expected an indented block after 'while' statement on line {line a}`
for_stmt:
  | invalid_for_stmt
  | 'for' star_targets 'in' ~ star_expressions ':' block else_block?
  | 'async' 'for' star_targets 'in' ~ star_expressions ':' block else_block?
  | invalid_for_target
invalid_for_stmt:
  | 'async'? 'for' star_targets 'in' star_expressions NEWLINE -> last `expected ':'`
  | 'async'? a='for' star_targets 'in' star_expressions ':' NEWLINE !INDENT
      -> indent `expected an indented block after 'for' statement on line {line a}`
with_stmt:
  | invalid_with_stmt_indent
  | 'with' '(' ','.with_item+ ','? ')' ':' block
  | 'with' ','.with_item+ ':' block
  | 'async' 'with' '(' ','.with_item+ ','? ')' ':' block
  | 'async' 'with' ','.with_item+ ':' block
  | invalid_with_stmt
with_item:
  | expression 'as' star_target &(',' | ')' | ':')
  | invalid_with_item
  | expression
invalid_with_item: expression 'as' a=expression &(',' | ')' | ':') -> call assignmentTarget a
invalid_with_stmt:
  | 'async'? 'with' ','.(expression ('as' star_target)?)+ NEWLINE -> last `expected ':'`
  | 'async'? 'with' '(' ','.(expressions ('as' star_target)?)+ ','? ')' NEWLINE
      -> last `expected ':'`
invalid_with_stmt_indent:
  | 'async'? a='with' ','.(expression ('as' star_target)?)+ ':' NEWLINE !INDENT
      -> indent `expected an indented block after 'with' statement on line {line a}`
  | 'async'? a='with' '(' ','.(expressions ('as' star_target)?)+ ','? ')' ':' NEWLINE !INDENT
      -> indent `expected an indented block after 'with' statement on line {line a}`

# ---- try

try_stmt:
  | invalid_try_stmt
  | 'try' &&':' block finally_block
  | 'try' &&':' block except_block+ else_block? finally_block?
  | 'try' &&':' block except_star_block+ else_block? finally_block?
invalid_try_stmt:
  | a='try' ':' NEWLINE !INDENT
      -> indent `expected an indented block after 'try' statement on line {line a}`
  | 'try' ':' block !('except' | 'finally') -> last `expected 'except' or 'finally' block`
  | 'try' ':' block* except_block+ a='except' b='*' expression ('as' NAME)? ':'
      -> span a b `cannot have both 'except' and 'except*' on the same 'try'`
  | 'try' ':' block* except_star_block+ a='except' (expression ('as' NAME)?)? ':'
      -> at a `cannot have both 'except' and 'except*' on the same 'try'`
except_block:
  | invalid_except_stmt_indent
  | 'except' expression ':' block
  | <14 'except' expression 'as' NAME ':' block
  | <14 'except' expressions ':' block
  | >13 'except' expression ('as' NAME)? ':' block
  | 'except' ':' block
  | invalid_except_stmt
except_star_block:
  | invalid_except_star_stmt_indent
  | 'except' '*' expression ':' block
  | <14 'except' '*' expression 'as' NAME ':' block
  | <14 'except' '*' expressions ':' block
  | >13 'except' '*' expression ('as' NAME)? ':' block
  | invalid_except_stmt_of_group
invalid_except_stmt:
  | <14 'except' a=expression ',' expressions 'as' NAME ':'
      -> from a `multiple exception types must be parenthesized when using 'as'`
  | >13 'except' '*'? a=expression ',' expressions ('as' NAME)? ':'
      -> from a `multiple exception types must be parenthesized`
  | <14 'except' expression ('as' NAME)? NEWLINE -> last `expected ':'`
  | >13 'except' '*'? expression ('as' NAME)? NEWLINE -> last `expected ':'`
  | 'except' NEWLINE -> last `expected ':'`
  | >13 'except' '*' (NEWLINE | ':') -> last `expected one or more exception types`
  | <14 'except' expression 'as' a=expression ':' block
      -> at a `cannot use except statement with {a}`
invalid_except_stmt_of_group:
  | <14 'except' '*' a=expression ',' expressions 'as' NAME ':'
      -> from a `multiple exception types must be parenthesized when using 'as'`
  | >13 invalid_except_stmt
  | <14 'except' '*' expression ('as' NAME)? NEWLINE -> last `expected ':'`
  | <14 'except' '*' (NEWLINE | ':') -> last `expected one or more exception types`
  | <14 'except' '*' expression 'as' a=expression ':' block
      -> at a `cannot use except* statement with {a}`
invalid_except_stmt_indent:
  | a='except' expression ('as' NAME)? ':' NEWLINE !INDENT
      -> indent `expected an indented block after 'except' statement on line {line a}`
  | a='except' ':' NEWLINE !INDENT
      -> indent `expected an indented block after 'except' statement on line {line a}`
invalid_except_star_stmt_indent:
  | a='except' '*' expression ('as' NAME)? ':' NEWLINE !INDENT
      -> indent `expected an indented block after 'except*' statement on line {line a}`
finally_block: invalid_finally_stmt | 'finally' &&':' block
invalid_finally_stmt:
  | a='finally' ':' NEWLINE !INDENT
      -> indent `expected an indented block after 'finally' statement on line {line a}`

# ---- match

match_stmt: "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT | invalid_match_stmt
invalid_match_stmt:
  | "match" subject_expr NEWLINE -> last `expected ':'`
  | a="match" subject_expr ':' NEWLINE !INDENT
      -> indent `expected an indented block after 'match' statement on line {line a}`
subject_expr: star_named_expression ',' star_named_expressions? | named_expression
case_block: invalid_case_block | "case" patterns guard? ':' block
invalid_case_block:
  | "case" patterns guard? NEWLINE -> last `expected ':'`
  | a="case" patterns guard? ':' NEWLINE !INDENT
      -> indent `expected an indented block after 'case' statement on line {line a}`
guard: 'if' named_expression
patterns: open_sequence_pattern | pattern
pattern: as_pattern | or_pattern
as_pattern: or_pattern 'as' pattern_capture_target | invalid_as_pattern
invalid_as_pattern:
  | or_pattern 'as' a="_" -> at a `cannot use '_' as a target`
  | >13 or_pattern 'as' !NAME a=expression -> at a `invalid pattern target`
  | <14 or_pattern 'as' a=expression -> at a `cannot use {a} as pattern target`
or_pattern: '|'.closed_pattern+
closed_pattern*:
  | literal_pattern
  | pattern_capture_target
  | "_"
  | attr !('.' | '(' | '=')
  | '(' pattern ')'
  | '[' maybe_sequence_pattern? ']'
  | '(' open_sequence_pattern? ')'
  | mapping_pattern
  | class_pattern
literal_pattern:
  | signed_number !('+' | '-') | complex_number | strings | 'None' | 'True' | 'False'
literal_expr:
  | signed_number !('+' | '-') | complex_number | strings | 'None' | 'True' | 'False'
complex_number: signed_number '+' NUMBER | signed_number '-' NUMBER
signed_number: NUMBER | '-' NUMBER
pattern_capture_target: !"_" NAME !('.' | '(' | '=')
attr: NAME ('.' NAME)+
name_or_attr: NAME ('.' NAME)*
open_sequence_pattern: maybe_star_pattern ',' maybe_sequence_pattern?
maybe_sequence_pattern: ','.maybe_star_pattern+ ','?
maybe_star_pattern: star_pattern | pattern
star_pattern*: '*' pattern_capture_target | '*' "_"
mapping_pattern:
  | '{' '}'
  | '{' double_star_pattern ','? '}'
  | '{' items_pattern ',' double_star_pattern ','? '}'
  | '{' items_pattern ','? '}'
items_pattern: ','.key_value_pattern+
key_value_pattern: (literal_expr | attr) ':' pattern
double_star_pattern: '**' pattern_capture_target
class_pattern:
  | name_or_attr '(' ')'
  | name_or_attr '(' positional_patterns ','? ')'
  | name_or_attr '(' keyword_patterns ','? ')'
  | name_or_attr '(' positional_patterns ',' keyword_patterns ','? ')'
  | invalid_class_pattern
positional_patterns: ','.pattern+
keyword_patterns: ','.(NAME '=' pattern)+
invalid_class_pattern:
  | name_or_attr '(' (positional_patterns ',')? keyword_patterns ',' a=positional_patterns
      -> at a `positional patterns follow keyword patterns`

# ---- type aliases and type parameters

type_alias: "type" NAME type_params? '=' expression
type_params: <13 invalid_type_params | '[' ','.type_param+ ','? ']'
invalid_type_params: '[' a=']' -> from a `Type parameter list cannot be empty`
type_param*:
  | NAME (':' expression)? type_param_default?
  | >12 '*' NAME a=':' b=expression -> call boundOfTypeVarTuple a b
  | >12 '*' NAME
  | >12 '**' NAME a=':' b=expression -> call boundOfParamSpec a b
  | >12 '**' NAME
  | <13 invalid_type_param
  | <13 '*' NAME ('=' star_expression)?
  | <13 '**' NAME type_param_default?
type_param_default: <13 '=' expression
invalid_type_param:
  | '*' NAME a=':' b=expression -> call boundOfTypeVarTuple a b
  | '**' NAME a=':' b=expression -> call boundOfParamSpec a b
)GRAMMAR";

} // namespace molt
