package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"slices"
	"strconv"
)

// ref is the number of an indirect object.
type ref int

func (r ref) String() string { return strconv.Itoa(int(r)) + " 0 R" }

// object is a value, and with it the bytes of a stream.
type object struct {
	body   string
	stream []byte // nil: none
}

// file is the objects of a file; the first has number 1.
type file struct {
	objects []object
	zip     *zlib.Writer // its tables are large: one does for all streams
}

// alloc reserves a number, for set.
func (f *file) alloc() ref {
	f.objects = append(f.objects, object{})
	return ref(len(f.objects))
}

func (f *file) set(r ref, body string) { f.objects[r-1].body = body }

func (f *file) add(body string) ref {
	r := f.alloc()
	f.set(r, body)
	return r
}

// stream adds compressed bytes; entries are those of its dictionary beyond length
// and filter.
func (f *file) stream(entries string, data []byte) ref {
	packed := f.deflate(data)
	return f.plain("/Filter/FlateDecode"+entries, packed)
}

// plain adds bytes as they are.
func (f *file) plain(entries string, data []byte) ref {
	r := f.alloc()
	f.objects[r-1] = object{fmt.Sprintf("<</Length %d%s>>", len(data), entries), data}
	return r
}

func (f *file) deflate(data []byte) []byte {
	var b bytes.Buffer
	if f.zip == nil {
		f.zip = zlib.NewWriter(&b)
	} else {
		f.zip.Reset(&b)
	}
	f.zip.Write(data) // a bytes.Buffer takes everything
	f.zip.Close()
	return b.Bytes()
}

// entry is where an object stands (7.5.8.3): at an offset, or in an object stream.
type entry struct {
	kind byte // 1: at offset; 2: in the object stream
	at   int  // the offset, or the number of the object stream
	nth  int  // its place in the object stream
}

// write writes the objects: values packed into object streams (7.5.7), streams by
// themselves, and the table of both as a stream (7.5.8).
func (f *file) write(w io.Writer, catalog, info ref) error {
	table := f.pack() // of number 1 and on; the last is the table itself
	out := &counter{w: w}
	sum := sha256.New()
	both := io.MultiWriter(out, sum)
	io.WriteString(both, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	for i, o := range f.objects {
		if o.stream == nil {
			continue
		}
		table[i] = entry{1, out.n, 0}
		fmt.Fprintf(both, "%d 0 obj\n%s\nstream\n", i+1, o.body)
		both.Write(o.stream)
		io.WriteString(both, "\nendstream\nendobj\n")
	}
	start := out.n
	table[len(f.objects)] = entry{1, start, 0}
	data := f.deflate(tableBytes(table))
	id := sum.Sum(nil)[:16]
	fmt.Fprintf(out, "%d 0 obj\n<</Type/XRef/Size %d/W[1 4 2]/Root %v/Info %v/ID[<%x><%x>]/Filter/FlateDecode/Length %d>>\nstream\n",
		len(table), len(table)+1, catalog, info, id, id, len(data))
	out.Write(data)
	fmt.Fprintf(out, "\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", start)
	return out.err
}

// pack appends the object streams and returns the table, in which it has entered
// the values.
func (f *file) pack() []entry {
	const perStream = 100
	var values []int
	for i, o := range f.objects {
		if o.stream == nil {
			values = append(values, i)
		}
	}
	where := make([]entry, len(f.objects))
	for list := range slices.Chunk(values, perStream) {
		var index, body bytes.Buffer
		for nth, i := range list {
			fmt.Fprintf(&index, "%d %d ", i+1, body.Len())
			body.WriteString(f.objects[i].body)
			body.WriteByte('\n')
			where[i] = entry{2, len(f.objects) + 1, nth}
		}
		f.stream(fmt.Sprintf("/Type/ObjStm/N %d/First %d", len(list), index.Len()), append(index.Bytes(), body.Bytes()...))
	}
	return append(where, make([]entry, len(f.objects)-len(where)+1)...)
}

func tableBytes(table []entry) []byte {
	b := []byte{0, 0, 0, 0, 0, 0xFF, 0xFF} // number 0 heads the list of free ones
	for _, e := range table {
		b = append(b, e.kind)
		b = binary.BigEndian.AppendUint32(b, uint32(e.at))
		b = binary.BigEndian.AppendUint16(b, uint16(e.nth))
	}
	return b
}

// counter counts what is written, and keeps the first error.
type counter struct {
	w   io.Writer
	n   int
	err error
}

func (c *counter) Write(p []byte) (int, error) {
	if c.err == nil {
		_, c.err = c.w.Write(p)
	}
	c.n += len(p)
	return len(p), nil
}
