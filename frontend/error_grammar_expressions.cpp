// The error grammar of expressions, calls, targets and strings. Notation: error_grammar.h.
#include "frontend/error_grammar.h"

namespace molt {

const char *const errorGrammarExpressions = R"GRAMMAR(
expressions: expression (',' expression)+ ','? | expression ',' | expression
expression*:
  | invalid_expression
  | invalid_legacy_expression
  | disjunction 'if' disjunction 'else' expression
  | disjunction
  | lambdef
expression_without_invalid: disjunction 'if' disjunction 'else' expression | disjunction | lambdef
invalid_expression:
  | <14 STRING a=((!STRING expression_without_invalid)+) STRING
      -> call partOfString a
  | !(NAME STRING | SOFT_KEYWORD) a=disjunction b=expression_without_invalid
      -> call missingComma a b
  | a=disjunction 'if' b=disjunction !('else' | ':')
      -> span a b `expected 'else' after 'if' expression`
  | <14 disjunction 'if' disjunction 'else' !expression
      -> next `expected expression after 'else', but statement is given`
  | <14 a=('pass' | 'break' | 'continue') 'if' disjunction 'else' simple_stmt
      -> at a `expected expression before 'if', but statement is given`
  | a='lambda' lambda_params? b=':' &FSTRING_MIDDLE
      -> span a b `f-string: lambda expressions are not allowed without parentheses`
  | <14 a='lambda' lambda_params? b=':' &TSTRING_MIDDLE
      -> span a b `t-string: lambda expressions are not allowed without parentheses`
invalid_legacy_expression: a=NAME !'(' b=star_expressions -> call legacyCall a b

yield_expr: 'yield' 'from' expression | 'yield' star_expressions?
star_expressions:
  | star_expression (',' star_expression)+ ','?
  | star_expression ','
  | star_expression
star_expression*: '*' bitwise_or | expression
star_named_expressions: ','.star_named_expression+ ','?
star_named_expression: '*' bitwise_or | named_expression
assignment_expression: NAME ':=' ~ expression
named_expression: assignment_expression | invalid_named_expression | expression !':='
invalid_named_expression*:
  | a=expression ':=' expression -> at a `cannot use assignment expressions with {a}`
  | a=NAME '=' b=bitwise_or !('=' | ':=')
      -> span a b `invalid syntax. Maybe you meant '==' or ':=' instead of '='?`
  | !(list | tuple | genexp | 'True' | 'None' | 'False') a=bitwise_or '=' bitwise_or !('=' | ':=')
      -> at a `cannot assign to {a} here. Maybe you meant '==' instead of '='?`

disjunction*: conjunction ('or' conjunction)*
conjunction*: inversion ('and' inversion)*
inversion*: 'not' inversion | comparison
comparison: bitwise_or compare_op_bitwise_or_pair*
compare_op_bitwise_or_pair:
  | '==' bitwise_or | '!=' bitwise_or | '<=' bitwise_or | '<' bitwise_or | '>=' bitwise_or
  | '>' bitwise_or | 'not' 'in' bitwise_or | 'in' bitwise_or | 'is' 'not' bitwise_or
  | 'is' bitwise_or
bitwise_or*: bitwise_xor ('|' bitwise_xor)*
bitwise_xor*: bitwise_and ('^' bitwise_and)*
bitwise_and*: shift_expr ('&' shift_expr)*
shift_expr*: (<13 invalid_arithmetic | sum) (('<<' | '>>') sum)*
invalid_arithmetic:
  | sum ('+' | '-' | '*' | '/' | '%' | '//' | '@') a='not' b=inversion
      -> span a b `'not' after an operator must be parenthesized`
sum*: term (('+' | '-') term)*
term*: (<13 invalid_factor | factor) (('*' | '/' | '//' | '%' | '@') factor)*
invalid_factor:
  | ('+' | '-' | '~') a='not' b=factor -> span a b `'not' after an operator must be parenthesized`
factor*: '+' factor | '-' factor | '~' factor | power
power: await_primary '**' factor | await_primary
await_primary*: 'await' primary | primary
primary*: atom ('.' NAME | genexp | '(' arguments? ')' | '[' slices ']')*
slices: slice !',' | ','.(slice | starred_expression)+ ','?
slice: expression? ':' expression? (':' expression?)? | named_expression
atom:
  | NAME
  | 'True'
  | 'False'
  | 'None'
  | &(STRING | FSTRING_START | TSTRING_START) strings
  | NUMBER
  | &'(' (tuple | group | genexp)
  | &'[' (list | listcomp)
  | &'{' (dict | set | dictcomp | setcomp)
  | '...'
group: '(' (yield_expr | named_expression) ')' | invalid_group
invalid_group:
  | '(' a=starred_expression ')' -> at a `cannot use starred expression here`
  | '(' a='**' expression ')' -> at a `cannot use double starred expression here`
list: '[' star_named_expressions? ']'
tuple: '(' (star_named_expression ',' star_named_expressions?)? ')'
set: '{' star_named_expressions '}'

# ---- lambdas

lambdef: 'lambda' lambda_params? ':' expression
lambda_params: invalid_lambda_parameters | lambda_parameters
lambda_parameters:
  | lambda_slash_no_default lambda_param_no_default* lambda_param_with_default* lambda_star_etc?
  | lambda_slash_with_default lambda_param_with_default* lambda_star_etc?
  | lambda_param_no_default+ lambda_param_with_default* lambda_star_etc?
  | lambda_param_with_default+ lambda_star_etc?
  | lambda_star_etc
lambda_slash_no_default:
  | lambda_param_no_default+ '/' ',' | lambda_param_no_default+ '/' &':'
lambda_slash_with_default:
  | lambda_param_no_default* lambda_param_with_default+ '/' ','
  | lambda_param_no_default* lambda_param_with_default+ '/' &':'
lambda_star_etc:
  | invalid_lambda_star_etc
  | '*' lambda_param_no_default lambda_param_maybe_default* lambda_kwds?
  | '*' ',' lambda_param_maybe_default+ lambda_kwds?
  | lambda_kwds
lambda_kwds: invalid_lambda_kwds | '**' lambda_param_no_default
lambda_param_no_default: lambda_param ',' | lambda_param &':'
lambda_param_with_default: lambda_param default ',' | lambda_param default &':'
lambda_param_maybe_default: lambda_param default? ',' | lambda_param default? &':'
lambda_param: NAME
invalid_lambda_parameters:
  | <13 a='/' ',' -> at a `at least one argument must precede /`
  | <13 (lambda_slash_no_default | lambda_slash_with_default) lambda_param_maybe_default* a='/'
      -> at a `/ may appear only once`
  | lambda_slash_no_default? lambda_param_no_default* invalid_lambda_parameters_helper
    a=lambda_param_no_default
      -> at a `parameter without a default follows parameter with a default`
  | lambda_param_no_default* a='(' ','.lambda_param+ ','? b=')'
      -> span a b `Lambda expression parameters cannot be parenthesized`
  | >12 a='/' ',' -> at a `at least one argument must precede /`
  | >12 (lambda_slash_no_default | lambda_slash_with_default) lambda_param_maybe_default* a='/'
      -> at a `/ may appear only once`
  | (lambda_slash_no_default | lambda_slash_with_default)? lambda_param_maybe_default* '*'
    (',' | lambda_param_no_default) lambda_param_maybe_default* a='/'
      -> at a `/ must be ahead of *`
  | lambda_param_maybe_default+ '/' a='*' -> at a `expected comma between / and *`
invalid_lambda_parameters_helper: lambda_slash_with_default | lambda_param_with_default+
invalid_lambda_star_etc:
  | '*' (':' | ',' (':' | '**')) -> last `named arguments must follow bare *`
  | '*' lambda_param a='=' -> at a `var-positional argument cannot have default value`
  | '*' (lambda_param_no_default | ',') lambda_param_maybe_default* a='*'
    (lambda_param_no_default | ',') -> at a `* argument may appear only once`
invalid_lambda_kwds:
  | '**' lambda_param a='=' -> at a `var-keyword argument cannot have default value`
  | '**' lambda_param ',' a=lambda_param -> at a `arguments cannot follow var-keyword argument`
  | '**' lambda_param ',' a=('*' | '**' | '/')
      -> at a `arguments cannot follow var-keyword argument`

# ---- dictionaries and comprehensions

dict:
  | '{' (','.double_starred_kvpair+ ','?)? '}'
  | '{' invalid_double_starred_kvpairs '}'
double_starred_kvpair: '**' bitwise_or | kvpair
kvpair: expression ':' expression
invalid_double_starred_kvpairs:
  | ','.double_starred_kvpair+ ',' invalid_kvpair
  | expression ':' a='*' bitwise_or
      -> from a `cannot use a starred expression in a dictionary value`
  | expression a=':' &('}' | ',') -> at a `expression expected after dictionary key and ':'`
invalid_kvpair:
  | a=expression !':' -> call missingColonInDict a
  | expression ':' a='*' bitwise_or
      -> from a `cannot use a starred expression in a dictionary value`
  | expression a=':' &('}' | ',') -> at a `expression expected after dictionary key and ':'`

for_if_clauses: for_if_clause+
for_if_clause:
  | 'async' 'for' star_targets 'in' ~ disjunction ('if' disjunction)*
  | 'for' star_targets 'in' ~ disjunction ('if' disjunction)*
  | <13 invalid_for_if_clause
  | invalid_for_target
invalid_for_if_clause:
  | 'async'? 'for' (bitwise_or (',' bitwise_or)* ','?) !'in'
      -> last `'in' expected after for-loop variables`
invalid_for_target: 'async'? 'for' a=star_expressions -> call loopTarget a
listcomp: '[' named_expression for_if_clauses ']' | invalid_comprehension
setcomp: '{' named_expression for_if_clauses '}' | invalid_comprehension
genexp: '(' (assignment_expression | expression !':=') for_if_clauses ')' | invalid_comprehension
dictcomp: '{' kvpair for_if_clauses '}' | invalid_dict_comprehension
invalid_comprehension:
  | ('[' | '(' | '{') a=starred_expression for_if_clauses
      -> at a `iterable unpacking cannot be used in comprehension`
  | ('[' | '{') a=star_named_expression ',' b=star_named_expressions for_if_clauses
      -> span a b `did you forget parentheses around the comprehension target?`
  | ('[' | '{') a=star_named_expression b=',' for_if_clauses
      -> span a b `did you forget parentheses around the comprehension target?`
invalid_dict_comprehension:
  | '{' a='**' bitwise_or for_if_clauses '}'
      -> at a `dict unpacking cannot be used in dict comprehension`

# ---- arguments

arguments*: args ','? &')' | invalid_arguments
args:
  | ','.(starred_expression | (assignment_expression | expression !':=') !'=')+ (',' kwargs)?
  | kwargs
kwargs:
  | ','.kwarg_or_starred+ ',' ','.kwarg_or_double_starred+
  | ','.kwarg_or_starred+
  | ','.kwarg_or_double_starred+
starred_expression:
  | invalid_starred_expression_unpacking
  | '*' expression
  | <13 invalid_starred_expression
kwarg_or_starred: invalid_kwarg | NAME '=' expression | starred_expression
kwarg_or_double_starred: invalid_kwarg | NAME '=' expression | '**' expression
invalid_arguments:
  | >12 (','.(starred_expression | (assignment_expression | expression !':=') !'=')+ ',' kwargs
    | kwargs) ',' a='*' -> at a `iterable argument unpacking follows keyword argument unpacking`
  | <13 (','.(starred_expression | (assignment_expression | expression !':=') !'=')+ ',' kwargs
    | kwargs) a=',' ','.(starred_expression !'=')+
      -> from a `iterable argument unpacking follows keyword argument unpacking`
  | a=expression b=for_if_clauses ',' (args | expression for_if_clauses)?
      -> span a b `Generator expression must be parenthesized`
  | a=NAME b='=' expression for_if_clauses
      -> span a b `invalid syntax. Maybe you meant '==' or ':=' instead of '='?`
  | (args ',')? a=NAME b='=' &(',' | ')') -> span a b `expected argument value expression`
  | a=args b=for_if_clauses -> call generatorAmongArguments a b
  | args ',' a=expression b=for_if_clauses
      -> span a b `Generator expression must be parenthesized`
  | a=args ',' args -> call positionalAfterKeyword a
invalid_kwarg:
  | a=('True' | 'False' | 'None') b='=' -> span a b `cannot assign to {text a}`
  | a=NAME b='=' expression for_if_clauses
      -> span a b `invalid syntax. Maybe you meant '==' or ':=' instead of '='?`
  | !(NAME '=') a=expression b='='
      -> span a b `expression cannot contain assignment, perhaps you meant "=="?`
  | a='**' expression '=' b=expression
      -> span a b `cannot assign to keyword argument unpacking`
invalid_starred_expression_unpacking:
  | a='*' expression '=' b=expression
      -> span a b `cannot assign to iterable argument unpacking`
invalid_starred_expression: '*' -> last `Invalid star expression`

# ---- targets

star_targets: star_target !',' | star_target (',' star_target)* ','?
star_target*: '*' (!'*' star_target) | target_with_star_atom
target_with_star_atom*:
  | t_primary '.' NAME !t_lookahead
  | t_primary '[' slices ']' !t_lookahead
  | star_atom
star_atom:
  | NAME
  | '(' target_with_star_atom ')'
  | '(' (star_target (',' star_target)+ ','? | star_target ',')? ')'
  | '[' (','.star_target+ ','?)? ']'
single_target: single_subscript_attribute_target | NAME | '(' single_target ')'
single_subscript_attribute_target:
  | t_primary '.' NAME !t_lookahead
  | t_primary '[' slices ']' !t_lookahead
t_primary*:
  | atom &t_lookahead
    (('.' NAME | '[' slices ']' | genexp | '(' arguments? ')') &t_lookahead)*
t_lookahead: '(' | '[' | '.'
del_targets: ','.del_target+ ','?
del_target*:
  | t_primary '.' NAME !t_lookahead
  | t_primary '[' slices ']' !t_lookahead
  | NAME
  | '(' del_target ')'
  | '(' del_targets? ')'
  | '[' del_targets? ']'

# ---- strings

strings*:
  | <14 invalid_string_tstring_concat
  | (fstring | STRING)+
  | <14 tstring+
invalid_string_tstring_concat:
  | a=((fstring | STRING)+) b=tstring -> call mixedTemplates a b
  | a=(tstring+) b=(fstring | STRING) -> call mixedTemplates a b
fstring: FSTRING_START (fstring_replacement_field | FSTRING_MIDDLE)* FSTRING_END
fstring_replacement_field:
  | '{' annotated_rhs '='? ('!' NAME)? (':' fstring_format_spec*)? '}'
  | invalid_fstring_replacement_field
fstring_format_spec: FSTRING_MIDDLE | fstring_replacement_field
invalid_fstring_replacement_field:
  | '{' a='=' -> at a `f-string: valid expression required before '='`
  | '{' a='!' -> at a `f-string: valid expression required before '!'`
  | '{' a=':' -> at a `f-string: valid expression required before ':'`
  | '{' a='}' -> at a `f-string: valid expression required before '}'`
  | '{' !annotated_rhs -> next `f-string: expecting a valid expression after '{'`
  | '{' annotated_rhs !('=' | '!' | ':' | '}')
      -> next `f-string: expecting '=', or '!', or ':', or '}'`
  | '{' annotated_rhs '=' !('!' | ':' | '}') -> next `f-string: expecting '!', or ':', or '}'`
  | '{' annotated_rhs '='? invalid_fstring_conversion_character
  | '{' annotated_rhs '='? ('!' NAME)? !(':' | '}') -> next `f-string: expecting ':' or '}'`
  | '{' annotated_rhs '='? ('!' NAME)? ':' fstring_format_spec* !'}'
      -> next `f-string: expecting '}', or format specs`
  | '{' annotated_rhs '='? ('!' NAME)? !'}' -> next `f-string: expecting '}'`
invalid_fstring_conversion_character:
  | '!' &(':' | '}') -> next `f-string: missing conversion character`
  | '!' !NAME -> next `f-string: invalid conversion character`
tstring: TSTRING_START (tstring_replacement_field | TSTRING_MIDDLE)* TSTRING_END
tstring_replacement_field:
  | '{' annotated_rhs '='? ('!' NAME)? (':' tstring_format_spec*)? '}'
  | invalid_tstring_replacement_field
tstring_format_spec: TSTRING_MIDDLE | tstring_replacement_field
invalid_tstring_replacement_field:
  | '{' a='=' -> at a `t-string: valid expression required before '='`
  | '{' a='!' -> at a `t-string: valid expression required before '!'`
  | '{' a=':' -> at a `t-string: valid expression required before ':'`
  | '{' a='}' -> at a `t-string: valid expression required before '}'`
  | '{' !annotated_rhs -> next `t-string: expecting a valid expression after '{'`
  | '{' annotated_rhs !('=' | '!' | ':' | '}')
      -> next `t-string: expecting '=', or '!', or ':', or '}'`
  | '{' annotated_rhs '=' !('!' | ':' | '}') -> next `t-string: expecting '!', or ':', or '}'`
  | '{' annotated_rhs '='? invalid_tstring_conversion_character
  | '{' annotated_rhs '='? ('!' NAME)? !(':' | '}') -> next `t-string: expecting ':' or '}'`
  | '{' annotated_rhs '='? ('!' NAME)? ':' fstring_format_spec* !'}'
      -> next `t-string: expecting '}', or format specs`
  | '{' annotated_rhs '='? ('!' NAME)? !'}' -> next `t-string: expecting '}'`
invalid_tstring_conversion_character:
  | '!' &(':' | '}') -> next `t-string: missing conversion character`
  | '!' !NAME -> next `t-string: invalid conversion character`
)GRAMMAR";

} // namespace molt
