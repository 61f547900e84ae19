# pre-commit, told of a clone of this repository and of where its releases are, installs the wheel and
# runs the hooks. See CMakeLists.txt. Takes BUILD, SOURCE and VERSION.

include(${CMAKE_CURRENT_LIST_DIR}/scratch.cmake)

run(ignored ${CMAKE_COMMAND} --build ${BUILD} --target portable)
file(COPY ${BUILD}/dist/ DESTINATION ${scratch}/releases/download/v${VERSION})

# What pre-commit needs of the repository, under the tag that a user names as `rev`.
set(git git -c user.name=test -c user.email=test@localhost -c init.defaultBranch=main)
function(commit folder)
  run(ignored ${git} -C ${folder} init --quiet)
  run(ignored ${git} -C ${folder} add --all)
  run(ignored ${git} -C ${folder} commit --quiet --message all)
endfunction()
foreach(file .pre-commit-hooks.yaml pyproject.toml CMakeLists.txt packaging)
  file(COPY ${SOURCE}/${file} DESTINATION ${scratch}/hooks)
endforeach()
commit(${scratch}/hooks)
run(ignored ${git} -C ${scratch}/hooks tag v${VERSION})

set(project ${scratch}/project)
file(WRITE ${project}/roadmap.yaml "topics:\n  a: {requires: [b]}\n")
file(WRITE ${project}/README.md "# Topics\n")
file(WRITE ${project}/.pre-commit-config.yaml
  "repos: [{repo: ${scratch}/hooks, rev: v${VERSION}, hooks: [{id: prereq-check}, {id: prereq-embed-check, args: [README.md]}]}]\n")
commit(${project})

set(ENV{PRE_COMMIT_HOME} ${scratch}/cache)
set(ENV{PREREQ_RELEASES} file://${scratch}/releases)
function(hooks expected_status expected)
  execute_process(COMMAND pre-commit run --all-files
    WORKING_DIRECTORY ${project} RESULT_VARIABLE status OUTPUT_VARIABLE said ERROR_VARIABLE said)
  if(NOT status EQUAL expected_status OR NOT said MATCHES "${expected}")
    fail("pre-commit: ${status}\n${said}")
  endif()
endfunction()
hooks(1 "roadmap.yaml:2:18: error: topic 'b' is not defined")
file(WRITE ${project}/roadmap.yaml "topics:\n  a: {requires: [b]}\n  b: {}\n")
hooks(0 "check roadmaps\\.+Passed.*\nrefuse stale pictures and tables\\.+Passed")
file(REMOVE_RECURSE ${scratch})
