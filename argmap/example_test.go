package argmap_test

import (
	"fmt"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/source"
)

const lesson = `
sources:
  vet: {author: "Roe, Jane", title: What dogs do at night, issued: 2019}
thesis:
  claim: Dogs dream.
  because:
    - premises:
        - claim: Dogs twitch in their sleep.
          evidence: vet p. 12
        - Animals that twitch in their sleep dream.
  but:
    - Nobody has asked a dog.
`

func parse(text string) *argmap.Map {
	file, _ := claims.ForName("yaml").Parse(source.NewFile("lesson.yaml", text))
	m, _ := argmap.Build(file)
	return m
}

func ExampleBuild() {
	m := parse(lesson)
	fmt.Println(m.Thesis.Text)
	for _, a := range m.Arguments {
		fmt.Printf("%s: %d premises\n", a.Role(), len(a.Premises))
	}
	// Output:
	// Dogs dream.
	// reason: 2 premises
	// objection: 1 premises
}

func ExampleMap_Outline() {
	root := parse(lesson).Outline().Roots[0]
	for _, step := range root.Children {
		for _, premise := range step.Premises {
			fmt.Println(premise.Number, premise.Claim.Text)
		}
	}
	// Output:
	// 1.1 Dogs twitch in their sleep.
	// 1.2 Animals that twitch in their sleep dream.
	// 2 Nobody has asked a dog.
}

func ExampleEvidence_Cite() {
	fmt.Println(parse(lesson).Claims[1].Evidence[0].Cite())
	// Output: Roe 2019, p. 12
}
