package grade

import "math"

// assign gives every row a column of its own so that the values add up to the most; -1
// where there are fewer columns than rows. It is the Hungarian method with potentials, in
// O(rows² · columns) (Kuhn 1955, Munkres 1957; in the form that adds one row after the
// other and looks for a shortest path, Jonker and Volgenant 1987).
func assign(value [][]float64) []int {
	rows := len(value)
	if rows == 0 {
		return nil
	}
	cols := len(value[0])
	if cols < rows { // columns of no value, for rows that stay alone
		for i := range value {
			value[i] = append(append([]float64{}, value[i]...), make([]float64, rows-cols)...)
		}
	}
	h := newHungarian(value)
	for row := 1; row <= rows; row++ {
		h.add(row)
	}
	partner := make([]int, rows)
	for j := 1; j < len(h.row); j++ {
		if i := h.row[j]; i > 0 {
			partner[i-1] = j - 1
			if j-1 >= cols {
				partner[i-1] = -1
			}
		}
	}
	return partner
}

// hungarian counts rows and columns from 1; 0 is none.
type hungarian struct {
	value [][]float64
	u, v  []float64 // potentials of rows and columns
	row   []int     // by column
	way   []int     // by column, the column before it on the path
}

func newHungarian(value [][]float64) *hungarian {
	cols := len(value[0])
	return &hungarian{value: value, u: make([]float64, len(value)+1), v: make([]float64, cols+1), row: make([]int, cols+1), way: make([]int, cols+1)}
}

// add finds the cheapest path from a new row to a free column, and shifts along it.
func (h *hungarian) add(row int) {
	cols := len(h.row) - 1
	least, used := make([]float64, cols+1), make([]bool, cols+1)
	for j := range least {
		least[j] = math.Inf(1)
	}
	h.row[0] = row
	at := 0
	for {
		used[at] = true
		i, delta, next := h.row[at], math.Inf(1), 0
		for j := 1; j <= cols; j++ {
			if used[j] {
				continue
			}
			if cost := -h.value[i-1][j-1] - h.u[i] - h.v[j]; cost < least[j] {
				least[j], h.way[j] = cost, at
			}
			if least[j] < delta {
				delta, next = least[j], j
			}
		}
		for j := 0; j <= cols; j++ {
			if used[j] {
				h.u[h.row[j]] += delta
				h.v[j] -= delta
			} else {
				least[j] -= delta
			}
		}
		if at = next; h.row[at] == 0 {
			break
		}
	}
	for at != 0 {
		before := h.way[at]
		h.row[at] = h.row[before]
		at = before
	}
}
