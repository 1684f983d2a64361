module klavilink/ui/internal/mutate

go 1.26.0
