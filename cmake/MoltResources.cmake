# lib/molt: what the compiler needs beside its executable, so that it needs nothing else on the machine.
#
#   native/, wasm/   the C start-up files and static libraries of each target, copied from Debian's packages
#   python/3.14/ ... the pure-Python standard library of each version
#
# The runtime archives join native/ and wasm/ as they are built.

# The compiler driver knows where the start files lie.
function(molt_find_file variable name)
  execute_process(COMMAND "${CMAKE_CXX_COMPILER}" "-print-file-name=${name}" OUTPUT_VARIABLE path
                  OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  if(NOT IS_ABSOLUTE "${path}" OR NOT EXISTS "${path}")
    message(FATAL_ERROR "${name} is not on this machine; run tools/install-packages")
  endif()
  set(${variable} "${path}" PARENT_SCOPE)
endfunction()

function(molt_copy folder source name)
  file(MAKE_DIRECTORY "${MOLT_RESOURCES}/${folder}")
  get_filename_component(real "${source}" REALPATH)
  set(target "${MOLT_RESOURCES}/${folder}/${name}")
  if(NOT EXISTS "${target}" OR "${real}" IS_NEWER_THAN "${target}")
    file(COPY_FILE "${real}" "${target}")
  endif()
endfunction()

foreach(name crt1.o crti.o crtn.o crtbeginT.o crtend.o libgcc.a libgcc_eh.a libc.a libstdc++.a)
  molt_find_file(path "${name}")
  molt_copy(native "${path}" "${name}")
endforeach()
# libm.a is a linker script that names the true archives by absolute path.
molt_find_file(path libm.a)
file(READ "${path}" script LIMIT 4096)
if(script MATCHES "^/\\* GNU ld script" AND script MATCHES "(/[^ ]*/libm-[0-9.]*\\.a)")
  set(path "${CMAKE_MATCH_1}")
endif()
molt_copy(native "${path}" libm.a)

set(wasi /usr/lib/wasm32-wasi)
foreach(name crt1-command.o libc.a libc++.a libc++abi.a libwasi-emulated-signal.a
             libwasi-emulated-process-clocks.a libwasi-emulated-getpid.a)
  molt_copy(wasm "${wasi}/${name}" "${name}")
endforeach()
execute_process(COMMAND "${CMAKE_CXX_COMPILER}" -print-resource-dir OUTPUT_VARIABLE clang
                OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
molt_copy(wasm "${clang}/lib/wasi/libclang_rt.builtins-wasm32.a" libclang_rt.builtins-wasm32.a)

# molt_link_toolchain(FOLDER FROM): FOLDER shares FROM's start files and libraries, and brings its own runtime.
function(molt_link_toolchain folder from)
  file(MAKE_DIRECTORY "${MOLT_RESOURCES}/${folder}")
  file(GLOB files "${MOLT_RESOURCES}/${from}/*")
  foreach(file IN LISTS files)
    get_filename_component(name "${file}" NAME)
    if(NOT name MATCHES "molt")
      file(CREATE_LINK "../${from}/${name}" "${MOLT_RESOURCES}/${folder}/${name}" SYMBOLIC)
    endif()
  endforeach()
endfunction()

# The standard library: from the npm package of that version, else from an installed CPython.
if(DEFINED ENV{XDG_CACHE_HOME})
  set(npm "$ENV{XDG_CACHE_HOME}/molt/npm")
else()
  set(npm "$ENV{HOME}/.cache/molt/npm")
endif()
function(molt_python_library version package)
  set(target "${MOLT_RESOURCES}/python/${version}")
  set(zip "${npm}/${package}/node_modules/pyodide/python_stdlib.zip")
  if(EXISTS "${target}/this.py")
    return()
  endif()
  file(MAKE_DIRECTORY "${target}")
  if(EXISTS "${zip}")
    file(ARCHIVE_EXTRACT INPUT "${zip}" DESTINATION "${target}")
    return()
  endif()
  find_program(python${version} python${version} NO_CACHE
               HINTS "$ENV{HOME}/.pyenv/shims" /usr/local/bin)
  if(python${version})
    execute_process(COMMAND "${python${version}}" -c "import sysconfig; print(sysconfig.get_path('stdlib'))"
                    OUTPUT_VARIABLE library OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE failed)
    if(NOT failed)
      file(COPY "${library}/" DESTINATION "${target}" FILES_MATCHING PATTERN "*.py"
           PATTERN test EXCLUDE PATTERN tests EXCLUDE PATTERN site-packages EXCLUDE PATTERN __pycache__ EXCLUDE)
      return()
    endif()
  endif()
  message(STATUS "No Python library for ${version}: neither npm ${package} nor python${version} is here")
endfunction()
molt_python_library(3.14 pyodide@314.0.7)
molt_python_library(3.13 pyodide@0.29.5)
molt_python_library(3.12 pyodide@0.27.7)
