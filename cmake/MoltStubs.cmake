# The hook for builtin stubs: tools/stubgen turns each runtime/FOLDER/NAME.pyi into generated/runtime/FOLDER/NAME.gen.h
# and NAME.gen.cpp. The tool runs on the machine that builds; the wasm build gets the native one as MOLT_STUBGEN.
set(MOLT_STUBGEN "" CACHE FILEPATH "The stub generator, for cross builds; empty: built from tools/stubgen")

# molt_stubs(RESULT FOLDER): sets RESULT to the sources that are generated from runtime/FOLDER/*.pyi.
function(molt_stubs result folder)
  set(generated)
  file(GLOB stubs CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/runtime/${folder}/*.pyi")
  if(MOLT_STUBGEN)
    set(tool "${MOLT_STUBGEN}")
  elseif(TARGET molt-stubgen)
    set(tool $<TARGET_FILE:molt-stubgen>)
  elseif(stubs)
    message(FATAL_ERROR "runtime/${folder} has stubs, but tools/stubgen is not part of this build")
  endif()
  if(stubs AND NOT TARGET molt_stub_headers)
    add_custom_target(molt_stub_headers)
  endif()
  foreach(stub IN LISTS stubs)
    get_filename_component(name "${stub}" NAME_WE)
    set(base "${PROJECT_BINARY_DIR}/generated/runtime/${folder}/${name}.gen")
    set(tables "${PROJECT_BINARY_DIR}/generated/runtime/${folder}/${name}.tables.gen.cpp")
    file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/generated/runtime/${folder}")
    add_custom_command(
      OUTPUT "${base}.h" "${base}.cpp" "${tables}"
      COMMAND "${tool}" "${stub}" --header "${base}.h" --source "${base}.cpp" --tables "${tables}"
      DEPENDS "${stub}" "${tool}"
      COMMENT "Stub ${folder}/${name}"
      VERBATIM)
    list(APPEND generated "${base}.h" "${base}.cpp" "${tables}")
  endforeach()
  if(generated)
    # A folder may include the headers of another one: all are generated before anything is compiled.
    add_custom_target(molt_stubs_${folder} DEPENDS ${generated})
    add_dependencies(molt_stub_headers molt_stubs_${folder})
  endif()
  set(${result} "${generated}" PARENT_SCOPE)
endfunction()

# molt_stub_list(FILE FOLDER...): FILE lists the tables that are generated from the folders' stubs, for the compiler.
function(molt_stub_list file)
  set(stubs)
  foreach(folder IN LISTS ARGN)
    file(GLOB found CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/runtime/${folder}/*.pyi")
    list(APPEND stubs ${found})
  endforeach()
  if(TARGET molt-stubgen AND stubs)
    add_custom_command(
      OUTPUT "${file}"
      COMMAND molt-stubgen --list "${file}" ${stubs}
      DEPENDS ${stubs} molt-stubgen
      COMMENT "Tables of builtin methods"
      VERBATIM)
    add_custom_target(molt_builtin_tables ALL DEPENDS "${file}")
  endif()
endfunction()
