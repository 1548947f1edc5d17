/**
 * {@code vtkhdf view}: a page on this machine that shows three planes of an image, made when they are asked for.
 *
 * <p>{@link io.vtkhdf.cli.view.ViewServer} lets nobody in but who has the token ({@link io.vtkhdf.cli.view.Access});
 * {@link io.vtkhdf.cli.view.Answers} knows what can be asked; {@link io.vtkhdf.cli.view.ViewedFile} is the file, opened
 * again whenever there is another state of it. The page itself lies beside the classes.
 */
package io.vtkhdf.cli.view;
