from . import * as x
