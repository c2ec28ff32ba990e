for (const f of fields) if (f.box) fill(f);
count();
