package tr.kentatlas.testsupport;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Drops what a test class leaves on the {@link PostgisServer}; JUnit finds it by {@code META-INF/services}. */
public final class FinishedClasses implements TestExecutionListener {
    private static final int ENGINE_AND_CLASS = 2;

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        boolean isClass =
                identifier.getSource().filter(ClassSource.class::isInstance).isPresent();
        boolean isOutermost = identifier.getUniqueIdObject().getSegments().size() == ENGINE_AND_CLASS;
        if (isClass && isOutermost) PostgisServer.dropLent();
    }
}
