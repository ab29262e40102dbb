# What `dotnet test --logger trx` wrote, as lines of: passed|failed|skipped, TAB, reason, TAB, class and test.
# The file is given twice: classes stand after the results that belong to them.
BEGIN { RS = "<" }

function attribute(name,   text) {
  if (!match($0, " " name "=\"[^\"]*\"")) return ""
  text = substr($0, RSTART, RLENGTH)
  sub(/^[^"]*"/, "", text)
  sub(/"$/, "", text)
  return plain(text)
}

function plain(text) {
  gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&quot;/, "\"", text); gsub(/&apos;/, "'", text); gsub(/&#x[DA];/, " ", text); gsub(/&amp;/, "\\&", text)
  gsub(/[ \t\r\n]+/, " ", text)
  return text
}

function tell() {
  if (outcome == "") return
  print (outcome == "Passed" ? "passed" : outcome == "NotExecuted" ? "skipped" : "failed") "\t" (outcome == "NotExecuted" ? reason : "") "\t" class[id] "." test
  outcome = ""
}

FNR == 1 { pass++ }
pass == 1 && /^UnitTest / { defined = attribute("id") }
pass == 1 && /^TestMethod / { class[defined] = attribute("className") }
pass == 2 && /^UnitTestResult / { tell(); id = attribute("testId"); test = attribute("testName"); outcome = attribute("outcome"); reason = "no reason was given" }
pass == 2 && /^Message>/ { reason = plain(substr($0, 9)); sub(/^SetUp : /, "", reason) }
pass == 2 && /^TestDefinitions/ { tell() }
