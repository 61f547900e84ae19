# Installs what package-lock.json pins into FOLDER, unless it is there:
#   cmake -D NPM=npm -D SOURCE=tests/browser -D FOLDER=folder -P install.cmake
# Where npm fetches packages from is its own business, and the machine's.
file(SHA256 ${SOURCE}/package-lock.json wanted)
set(stamp ${FOLDER}/node_modules/installed.txt)
if(EXISTS ${stamp})
  file(READ ${stamp} installed)
  if(installed STREQUAL wanted)
    message(STATUS "installed already")
    return()
  endif()
endif()
file(COPY ${SOURCE}/package.json ${SOURCE}/package-lock.json ${SOURCE}/.npmrc DESTINATION ${FOLDER})
execute_process(COMMAND ${NPM} ci --ignore-scripts WORKING_DIRECTORY ${FOLDER}
  RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "npm ci failed: ${status}")
endif()
file(WRITE ${stamp} ${wanted})
