/** Tests of the catalog words. */
@NullMarked
package io.evenkeel.contract.catalog;

import org.jspecify.annotations.NullMarked;
