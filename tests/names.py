"""More texts that would act if they were printed as they are: the names that people and machines put into projects."""

# fmt: off
NAMES = [
    "[/nope]x", "[link=http://evil.example]Ana[/link]", ":skull: x", "C:\\[x]", "\x1b[2J\x1b[Hx", "\x1b]0;pwn\x07",
    "\x1b]52;c;aGk=\x07", "\x1b]8;;http://evil.example\x07Ana\x1b]8;;\x07", "\x9b31mx", "real\rfake",
    "abc\x08\x08\x08xyz", "a\x00b", "a\x7fb", "a\x0bb\x0cc", "a\x07b", "a\tb", "a\nb", "a\r\nb", "a\x85b", "a\u2028b",
    "a\u2029b", "a\x1cb\x1dc", "ana\u202egro.live\u202c", "\u2067a\u2069", "a\u200eb", "a\u200bna", "a\u200dna",
    "a\xadna", "a\ufeffna", "x\U000e0041\U000e0042", "\u0430na", "\u03a9mega", "\uff41\uff4e\uff41", "Zoe\u0301",
    "Zo\xe9", "\ufb01x", "stra\xdfe", "\u0130x", "\xa0", "\u3000", "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\u2764\ufe0f", "\u6f22" * 80, "x" * 10000, "a " * 5000, "a\ud800b", "a\ufdd0b",
    "x\n::error file=a,line=1::forged", "x\r::warning::forged", "x\n::error file=raci.yaml,line=1,col=1::forged",
    "50%0A::error::forged", "::error::forged", "::set-output name=ok::true", "::stop-commands::tok", "::add-mask::e",
    "a,line=99::b", "a::b:c", "x ##vso[task.complete result=Succeeded;]forged",
    "##teamcity[buildStatus text='forged']", "a|b", "a\\|b", "[x](javascript:alert(1))",
    "![t](http://evil.example/p.png)", "<img src=x onerror=alert(1)>", "</td><script>alert(1)</script>", "<!-- ",
    "```", "`x", "@octocat closes #1", "http://evil.example", "&lt;b&gt; &#x41;", "*a* _b_ ~~c~~", "# h",
    "$\\href{javascript:x}{y}$", "<details><summary>x", ":tada:", "a\\", "<iframe src=x>", '" onmouseover="x',
    "' onmouseover='x", "</style><style>*{}", "+1+1", "-2+3", "@SUM(1)", "\t=1", "\r=1", " =1", '"=1+1',
    "=cmd|' /C calc'!A1", "\uff1d1+1", "'=x", "-5", "+41 44 123 45 67", "a;b,c", "a\n=1", "ID", "#REF!", "a" * 40000,
    "_x0041_", "1e5", "007", "{{ 7*7 }}", "{#", "{0.__class__}", "%s%n", "$(touch PWNED)", "`touch PWNED`;|&", "-rf",
    "--help", "/etc/passwd", "..\\..\\x", "CON", "aux.md", "name.", "name ", "a:b", 'a<b>c:"|?*', ".git", "git~1",
    ".", "..", "!!!", "\U0001f389", "]]>", "&xxe;", "a\ufffeb", "file:///etc/passwd", "\u2028</script>",
    "'; DROP TABLE x;--", "no", "*x", "<<", "!!python/object:x",
]
# fmt: on
