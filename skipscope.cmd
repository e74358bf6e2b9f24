@echo off
rem Skipscope's launcher for Windows: builds what is not built, and runs.
rem
rem   skipscope [COMMAND ...]                 runs a command; without one, opens the window
rem   skipscope test [--long] [MAVEN ARGS]    runs every test; --long adds those that take long
rem
rem SKIPSCOPE_JAVA_OPTS=...    further options for java, such as -Xmx8g
rem
rem OpenCL comes with the graphics driver; without one the plain Java device runs everything. All
rem words of the launcher itself go to standard error, so that --json stays clean.
setlocal
set "ROOT=%~dp0"
set "BUILT=%ROOT%target\built"
set "ARCHIVE=%ROOT%target\classes.jsa"
set "JARS=%ROOT%samples\target"
rem Archives fit class paths that begin like theirs: what is fetched later comes last.
set "CLASS_PATH=%JARS%\*;%JARS%\lib\*;%JARS%\peers\*"

set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo skipscope: java: found none, expected a JDK of version 17 or newer on the PATH or in JAVA_HOME>&2
  exit /b 1
)
rem No block in parentheses where a path is printed: those of "Program Files (x86)" would end it.
"%JAVA%" --list-modules 2>nul | findstr /r /c:"^java.base@1[7-9]" /c:"^java.base@[2-9][0-9]" >nul
if errorlevel 1 goto old_java

if "%~1"=="test" goto test

call :is_stale
if errorlevel 1 (
  call :build
  if errorlevel 1 exit /b 1
)
call :fetch_peers %*
if errorlevel 1 exit /b 1
call :choose_start_options %1
"%JAVA%" %OPTIONS% %SKIPSCOPE_JAVA_OPTS% -cp "%CLASS_PATH%" io.skipscope.cli.Main %*
exit /b %errorlevel%

:old_java
echo skipscope: %JAVA%: found an older version, expected 17 or newer: install one or set JAVA_HOME>&2
exit /b 1

rem Collects in OPTIONS what makes Java start quickly.
:choose_start_options
set "OPTIONS="
call :measure_archive
set "KEPT="
if exist "%ARCHIVE%.bytes" set /p KEPT=<"%ARCHIVE%.bytes"
rem Java crashes on an archive that was cut short.
if defined BYTES if "%BYTES%"=="%KEPT%" set OPTIONS="-XX:SharedArchiveFile=%ARCHIVE%" -Xlog:cds=off -Xlog:cds+dynamic=off
rem Short work is not worth the parallel collector. The quick compiler alone is not chosen as it is
rem on Linux: where there is no graphics driver, Java itself computes.
for %%C in (run info devices kernels export) do (
  if "%~1"=="%%C" set OPTIONS=%OPTIONS% -XX:+UseSerialGC -XX:InitialRAMPercentage=5 -XX:NewRatio=1
)
exit /b 0

:is_stale
if not exist "%BUILT%" exit /b 1
if not exist "%ROOT%samples\target\lib" exit /b 1
powershell -NoProfile -Command ^
  "$built = (Get-Item -LiteralPath $env:BUILT).LastWriteTime;" ^
  "Set-Location -LiteralPath $env:ROOT;" ^
  "$sources = Get-ChildItem -Recurse pom.xml, */pom.xml, */src/main, samples/weights, samples/pictures -ErrorAction SilentlyContinue;" ^
  "if ($sources | Where-Object LastWriteTime -gt $built) { exit 1 } else { exit 0 }"
exit /b %errorlevel%

:build
call :require_build_tools
if errorlevel 1 exit /b 1
rem What changes while it is built is newer than this.
if not exist "%ROOT%target" mkdir "%ROOT%target"
type nul > "%ROOT%target\building"
echo skipscope: building; the first time Maven fetches libraries, which takes some minutes>&2
if exist "%ROOT%samples\target\lib" rmdir /s /q "%ROOT%samples\target\lib"
if exist "%ROOT%samples\target\peers" rmdir /s /q "%ROOT%samples\target\peers"
pushd "%ROOT%"
call mvn -q -B package -DskipTests -Dspotless.check.skip 1>&2
if errorlevel 1 (
  popd
  echo skipscope: the build failed; Maven's errors are above>&2
  exit /b 1
)
popd
call :archive_classes
move /y "%ROOT%target\building" "%BUILT%" >nul
exit /b 0

rem Lets Java map the classes it needs instead of loading and checking each one (class data sharing).
rem Java itself ignores an archive that does not fit the jars or the Java that runs.
:archive_classes
del "%ARCHIVE%" "%ARCHIVE%.bytes" 2>nul
"%JAVA%" "-XX:ArchiveClassesAtExit=%ARCHIVE%" -Djava.awt.headless=true -cp "%CLASS_PATH%" io.skipscope.cli.Rehearsal "%ROOT%samples\pictures\goldfish.jpg" >nul 2>&1 <nul
if errorlevel 1 (
  del "%ARCHIVE%" 2>nul
  exit /b 0
)
call :measure_archive
if defined BYTES >"%ARCHIVE%.bytes" echo %BYTES%
exit /b 0

:measure_archive
set "BYTES="
if exist "%ARCHIVE%" for %%A in ("%ARCHIVE%") do set "BYTES=%%~zA"
exit /b 0

rem ONNX Runtime is not shipped; it is fetched once, for those who want to compare.
:fetch_peers
if not "%~1"=="bench" exit /b 0
set "PEERS="
for %%W in (%*) do if "%%~W"=="--peers" set "PEERS=1"
if not defined PEERS exit /b 0
if exist "%JARS%\peers\*.jar" exit /b 0
call :require_build_tools
if errorlevel 1 exit /b 1
echo skipscope: fetching ONNX Runtime for --peers, which takes a moment the first time>&2
pushd "%ROOT%"
call mvn -q -B -pl samples dependency:copy@fetch-peers 1>&2
if errorlevel 1 (
  popd
  echo skipscope: ONNX Runtime could not be fetched; Maven's errors are above>&2
  exit /b 1
)
popd
exit /b 0

:require_build_tools
where mvn >nul 2>&1
if errorlevel 1 (
  echo skipscope: mvn: found none, expected Maven 3.8 or newer on the PATH, to build Skipscope>&2
  exit /b 1
)
"%JAVA%" --list-modules 2>nul | findstr /b /c:"jdk.compiler" >nul
if errorlevel 1 goto no_compiler
exit /b 0

:no_compiler
echo skipscope: %JAVA%: found a runtime without a compiler, expected a JDK of version 17 or newer>&2
exit /b 1

:test
call :require_build_tools
if errorlevel 1 exit /b 1
set "TAGS="
set "ARGS="
shift
if "%~1"=="--long" (
  set "TAGS=-DexcludedTags="
  shift
)
:collect
if "%~1"=="" goto collected
set "ARGS=%ARGS% %1"
shift
goto collect
:collected
set "SCRATCH=%TEMP%\skipscope-test-%RANDOM%%RANDOM%"
set "SKIPSCOPE_HOME=%SCRATCH%\home"
set "POCL_CACHE_DIR=%SCRATCH%\pocl"
mkdir "%SKIPSCOPE_HOME%" "%POCL_CACHE_DIR%"
cd /d "%ROOT%"
call mvn -B verify %TAGS% %ARGS%
set "STATUS=%errorlevel%"
if not "%STATUS%"=="0" goto tested
if not defined TAGS goto tested
for %%F in (ref cpu gpu) do (
  echo skipscope: networks with the kernels of family %%F forced 1>&2
  call mvn -B test -pl kernels-cl,engine -Dskipscope.family=%%F -Dgroups=family %ARGS% || set "STATUS=1"
)
:tested
rmdir /s /q "%SCRATCH%"
exit /b %STATUS%
