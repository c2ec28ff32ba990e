package fulltext
import ("testing";"fmt";"strings";"time";"runtime")
func timed(name string, f func()) { var a,b runtime.MemStats; runtime.ReadMemStats(&a); st := time.Now(); f(); d := time.Since(st); runtime.ReadMemStats(&b); if d > 100*time.Millisecond || (b.TotalAlloc-a.TotalAlloc)>400<<20 { fmt.Println("SLOW", name, d, (b.TotalAlloc-a.TotalAlloc)>>20, "MB") } }
func TestScratch(t *testing.T){
 n := 5<<20
 units := []string{"word ", "a\n\n", "a\n", "A\n\n", "Ab c.\n\n", "<div>", "<p>", "<b>", "<nav>a</nav>", "<sup><a href=x>1</a>", "<a ", "<!--", "&amp;", "&", "# a\n", "# 1 a\n", "> ", "- ", "1. ", "[a](", "*a_ ", "```\n", "a|b\n-|-\n", "[^1]", "[^1]: a\n\n", "12:30 a\n", "[00:01] a\n\n", "\f", "\f\n", "12\n\f", "a\nb\n\fc", "'", "-", "-\n", "…", "...", "[a]", "中", "中 ", "e\u0301", "\u0301", "\ufdfa", "ﬁ", "\x00", "\xff", "\r", "\xff\xfe", "00:01 --> 00:02\na\n\n", "<table><tr><td>a", "</div>", "<h1>a</h1>", "<title>", "<script>", "<noscript>", "<textarea>", "<svg><title>", "<br>", "\t", "    a\n", "  - a\n", "<h2>1 a</h2><h1>", "<sup>", "(", "[", "_", "`", "<", "![", "a. b ", "- - - a\n", "[a]: b\n", "\\", "~", "$", ">\n", "<main>", "<article>", "</nav>", "<p hidden>a", "1 a\n\n", "a-", "a— "}
 for _, u := range units { for _, ext := range []string{".txt",".md",".html",".vtt"} {
  data := []byte(strings.Repeat(u, n/len(u)))
  var x *Text
  timed(fmt.Sprintf("read %q%s", u, ext), func(){ x, _ = Read("a"+ext, data) })
  timed(fmt.Sprintf("find %q%s", u, ext), func(){ x.Find("zzz yyy") })
  timed(fmt.Sprintf("words %q%s", u, ext), func(){ x.words() })
  q := strings.Repeat(u, 200/len(u)+1)
  for _, q := range []string{q, q+" … zzz", q+" zzz "+q, q[:len(q)/2]+" [a] "+q, "a … b", "a", "word … a … word"} {
  timed(fmt.Sprintf("find %q%s %.20q", u, ext, q), func(){ x.Find(q) })
  timed(fmt.Sprintf("nearest %q%s %.20q", u, ext, q), func(){ x.Nearest(q) })
  timed(fmt.Sprintf("lc %q%s %.20q", u, ext, q), func(){ x.LongestCommon(q, 3) })
  }
  for _, l := range []string{"§2","section a","¶3","p. 3","l. 3","3:00"} { ls,_ := ParseLocator(l); timed(fmt.Sprintf("has %q%s", u, ext), func(){ x.Has(ls[0]); x.Extent(ls[0].Kind); if x.Paragraphs()>0 { x.Covers(ls, x.place(len(x.body)/2,len(x.body)/2+1)) } }) }
 }}
}
