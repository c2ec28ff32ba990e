// Package course holds the course that ships inside the binary: six lessons from
// "what is a claim?" to the argument of an article, with texts, model maps, notes for
// the teacher, and the list of exercises that are made of the maps.
//
// It knows texts and names only; it must not read what is in them.
package course

import (
	"embed"
	"io/fs"
	"path"

	"github.com/argmap/argmap/claims/examples"
)

//go:embed files
var files embed.FS

// Lesson is one of the course's folders.
type Lesson struct {
	Folder    string // "1-what-is-a-claim"
	Title     string
	Exercises []Exercise
}

// Exercise says what is made of a lesson's map.
type Exercise struct {
	Type  string // as exercise types are named: "place"
	Level int
	Seed  uint64 // of the first variant; those of the others follow it
	Count int    // of variants
}

// Lessons lists the lessons in the order in which they are taught. Seeds are the
// lesson's number and a digit, and a digit for the variant.
func Lessons() []Lesson {
	return []Lesson{
		{"1-what-is-a-claim", "What is a claim?", []Exercise{{"conclusion", 2, 110, 4}}},
		{"2-reasons-and-objections", "Reasons and objections", []Exercise{{"place", 3, 210, 4}, {"polarity", 3, 220, 4}}},
		{"3-premises-that-need-each-other", "Premises that need each other", []Exercise{{"linked", 3, 310, 4}, {"missing", 3, 320, 4}}},
		{"4-layers", "Layers", []Exercise{{"standard-form", 4, 410, 4}, {"build", 3, 420, 4}}},
		{"5-evidence", "Evidence", []Exercise{{"evidence", 4, 510, 4}, {"repair", 4, 520, 4}}},
		{"6-the-article", "The article", []Exercise{{"blanks", 4, 610, 4}, {"build", 3, 620, 4}, {"missing", 4, 630, 4}}},
	}
}

// Map is the claims file of the lesson's model map.
func (l Lesson) Map() string {
	data, err := files.ReadFile(path.Join("files", l.Folder, "map.yaml"))
	if err != nil { // the last lesson's is the article's
		text, _ := examples.Text("china-kim")
		return text
	}
	return string(data)
}

// File is a file of the course.
type File struct {
	Path string // below the course's folder, with slashes
	Text string
}

// Files lists all that the course consists of before exercises are made.
func Files() []File {
	var list []File
	err := fs.WalkDir(files, "files", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := files.ReadFile(name)
		list = append(list, File{name[len("files/"):], string(data)})
		return err
	})
	if err != nil {
		panic(err) // they are embedded
	}
	lessons := Lessons()
	last := lessons[len(lessons)-1]
	return append(list, File{path.Join(last.Folder, "map.yaml"), last.Map()})
}
