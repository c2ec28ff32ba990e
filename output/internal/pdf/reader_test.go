package pdf_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/argmap/argmap/output/internal/pdf"
)

// document is what a strict reader finds in a file: every object at the place
// that the table says.
type document struct {
	trailer string
	values  map[int]string
	streams map[int][]byte
}

func write(t *testing.T, d *pdf.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := d.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func read(t *testing.T, file []byte) *document {
	t.Helper()
	end := regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`).FindSubmatch(file)
	if end == nil || !bytes.HasPrefix(file, []byte("%PDF-1.7\n")) {
		t.Fatal("no header, or no end")
	}
	start, _ := strconv.Atoi(string(end[1]))
	doc := &document{values: map[int]string{}, streams: map[int][]byte{}}
	var table []byte
	doc.trailer, table = objectAt(t, file, start, 0)
	size, _ := strconv.Atoi(doc.match(t, doc.trailer, `/Size (\d+)`))
	if len(table) != 7*size {
		t.Fatalf("the table has %d bytes for %d objects", len(table), size)
	}
	for n := 1; n < size; n++ {
		if e := table[7*n:]; e[0] == 1 {
			doc.values[n], doc.streams[n] = objectAt(t, file, int(binary.BigEndian.Uint32(e[1:])), n)
		}
	}
	for n := 1; n < size; n++ {
		if e := table[7*n:]; e[0] == 2 {
			holder := int(binary.BigEndian.Uint32(e[1:]))
			doc.values[n] = doc.packed(t, holder, int(binary.BigEndian.Uint16(e[5:])), n)
		}
	}
	return doc
}

// objectAt reads an object with its stream. Number 0 takes any.
func objectAt(t *testing.T, file []byte, at, number int) (value string, stream []byte) {
	t.Helper()
	var n int
	if _, err := fmt.Sscanf(string(file[at:min(at+20, len(file))]), "%d 0 obj\n", &n); err != nil || number != 0 && n != number {
		t.Fatalf("at %d stands %q, not object %d", at, file[at:at+20], number)
	}
	_, rest, _ := strings.Cut(string(file[at:]), " obj\n")
	value, body, _ := strings.Cut(rest, "\nstream\n")
	length, _ := strconv.Atoi(regexp.MustCompile(`/Length (\d+)`).FindStringSubmatch(value)[1])
	if !strings.HasPrefix(body[length:], "\nendstream\nendobj\n") {
		t.Fatalf("the stream of object %d has not the length it says", n)
	}
	stream = []byte(body[:length])
	if strings.Contains(value, "/FlateDecode") {
		r, err := zlib.NewReader(bytes.NewReader(stream))
		if err != nil {
			t.Fatal(err)
		}
		if stream, err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	return value, stream
}

// packed reads a value out of an object stream.
func (d *document) packed(t *testing.T, holder, nth, number int) string {
	t.Helper()
	first, _ := strconv.Atoi(d.match(t, d.values[holder], `/First (\d+)`))
	data := string(d.streams[holder])
	index := strings.Fields(data[:first])
	if index[2*nth] != strconv.Itoa(number) {
		t.Fatalf("place %d of stream %d is object %s, not %d", nth, holder, index[2*nth], number)
	}
	from, _ := strconv.Atoi(index[2*nth+1])
	to := len(data) - first
	if 2*nth+3 < len(index) {
		to, _ = strconv.Atoi(index[2*nth+3])
	}
	return data[first+from : first+to]
}

// match returns the first group of a pattern that must be found.
func (d *document) match(t *testing.T, value, pattern string) string {
	t.Helper()
	m := regexp.MustCompile(pattern).FindStringSubmatch(value)
	if m == nil {
		t.Fatalf("no %s in %s", pattern, value)
	}
	return m[1]
}

// follow returns the value that a key refers to, and its stream.
func (d *document) follow(t *testing.T, value, key string) (string, []byte) {
	t.Helper()
	n, _ := strconv.Atoi(d.match(t, value, "/"+regexp.QuoteMeta(key)+`\[? ?(\d+) 0 R`))
	if _, ok := d.values[n]; !ok {
		t.Fatalf("%s leads to object %d, which is not there", key, n)
	}
	return d.values[n], d.streams[n]
}

// find returns the values in which a text stands, by their numbers.
func (d *document) find(text string) []string {
	var found []string
	for n := range len(d.values) + 1 {
		if v, ok := d.values[n]; ok && strings.Contains(v, text) {
			found = append(found, v)
		}
	}
	return found
}
