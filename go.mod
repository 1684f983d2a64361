module klavilink

go 1.26.0
