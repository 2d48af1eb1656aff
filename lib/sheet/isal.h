/* isal.h - which compression library is behind inflate.h and deflate.h: ISA-L where it is installed (it
 * unpacks two to three times as fast as zlib, and packs five times as fast), else zlib. -DCJ_NO_ISAL asks for
 * zlib. */
#ifndef CJ_SHEET_ISAL_H
#define CJ_SHEET_ISAL_H

#if !defined(CJ_NO_ISAL) && defined(__has_include)
#if __has_include(<isa-l/igzip_lib.h>)
#define CJ_ISAL 1
#endif
#endif
#ifndef CJ_ISAL
#define CJ_ISAL 0
#endif

#endif
