// Macros that system headers of POSIX, Windows and X11 leave behind must not change what lienvien says. The standard
// library and Boost are read first: they are not on trial here.
#if __has_include(<bits/stdc++.h>)
#include <bits/stdc++.h>
#endif
#include <boost/hana.hpp>

#define min(a, b) a hostile macro called min
#define max(a, b) a hostile macro called max
#define major(device) a hostile macro called major
#define minor(device) a hostile macro called minor
#define makedev(a, b) a hostile macro called makedev
#undef unix
#define unix 1
#undef linux
#define linux 1
#define near
#define far
#define small char
#define interface struct
#define I (1.0i)
#define IN
#define OUT
#define OPTIONAL
#define CONST const
#define TRUE 1
#define FALSE 0
#define DELETE 0x10000
#define ERROR 0
#define Always 2
#define Bool int
#define None 0L
#define Status int
#define Success 0

#include <lienvien/lienvien.hpp>
