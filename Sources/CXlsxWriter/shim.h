#include <malloc.h>
#include <xlsxwriter.h>
#include <zlib.h>
