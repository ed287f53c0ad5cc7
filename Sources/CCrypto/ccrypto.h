#ifndef CCRYPTO_H
#define CCRYPTO_H

#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>

#endif
