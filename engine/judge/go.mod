module plimsoll/engine/judge

go 1.26
