# Replaces variants of functions in a glibc archive: where the library brings several versions of a function for several
# processors and chooses at start-up, the named variants become a jump to the plain SSE2 version. Nothing is computed
# otherwise: the variants for AVX do the same arithmetic in the same order. (FMA variants round differently and stay;
# FMA4 existed on one generation of processors.) Included by MoltResources.cmake.
#
#   molt_trim_archive(ARCHIVE FAMILY SUFFIX)   FAMILY, SUFFIX: regular expressions for NAME_SUFFIX

find_program(LLVM_NM NAMES llvm-nm-22 REQUIRED)
find_program(LLVM_AR NAMES llvm-ar-22 REQUIRED)

function(molt_trim_archive archive family suffix)
  execute_process(COMMAND "${LLVM_NM}" --defined-only --extern-only --print-file-name --format=posix "${archive}"
                  OUTPUT_VARIABLE listing ERROR_QUIET COMMAND_ERROR_IS_FATAL ANY)
  # Each line: ARCHIVE[MEMBER]: NAME TYPE ... Brackets would upset CMake's lists.
  string(REPLACE "[" "<" listing "${listing}")
  string(REPLACE "]" ">" listing "${listing}")
  string(REGEX MATCHALL "<[^>\n]+>: [^ \n]+ [A-Za-z]" lines "${listing}")
  set(known "")
  foreach(line IN LISTS lines)
    string(REGEX MATCH "<([^>]+)>: ([^ ]+) ([A-Za-z])" unused "${line}")
    list(APPEND known "${CMAKE_MATCH_2}")
    set(symbols_${CMAKE_MATCH_1} ${symbols_${CMAKE_MATCH_1}} "${CMAKE_MATCH_2}")
    list(APPEND members "${CMAKE_MATCH_1}")
  endforeach()
  list(REMOVE_DUPLICATES members)
  set(work "${CMAKE_CURRENT_BINARY_DIR}/trim")
  file(REMOVE_RECURSE "${work}")
  file(MAKE_DIRECTORY "${work}")
  set(trimmed "")
  foreach(member IN LISTS members)
    set(text "")
    foreach(symbol IN LISTS symbols_${member})
      string(REGEX MATCH "^(${family})_(${suffix})$" matches "${symbol}")
      set(plain "${CMAKE_MATCH_1}_sse2")
      if(NOT matches OR NOT plain IN_LIST known)
        set(text "")
        break()
      endif()
      string(APPEND text ".section .text.${symbol},\"ax\",@progbits\n.globl ${symbol}\n.hidden ${symbol}\n"
             ".type ${symbol},@function\n${symbol}: jmp ${plain}\n")
    endforeach()
    if(text)
      file(WRITE "${work}/${member}.s" "${text}.section .note.GNU-stack,\"\",@progbits\n")
      list(APPEND trimmed "${member}")
    endif()
  endforeach()
  set(objects "")
  foreach(member IN LISTS trimmed)
    execute_process(COMMAND "${CMAKE_C_COMPILER}" -c "${work}/${member}.s" -o "${work}/${member}"
                    COMMAND_ERROR_IS_FATAL ANY)
    list(APPEND objects "${work}/${member}")
  endforeach()
  if(trimmed)
    execute_process(COMMAND "${LLVM_AR}" d "${archive}" ${trimmed} COMMAND_ERROR_IS_FATAL ANY)
    execute_process(COMMAND "${LLVM_AR}" qs "${archive}" ${objects} COMMAND_ERROR_IS_FATAL ANY)
  endif()
endfunction()
