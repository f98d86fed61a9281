using System.ComponentModel;
using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using Xunit.Abstractions;
using Xunit.Sdk;
namespace OrderToCash.TestSupport;

/// <summary>A fact whose parameters FsCheck generates; with FsCheck core alone (FsCheck.Xunit is not in the package registry).</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("OrderToCash.TestSupport.PropertyDiscoverer", "OrderToCash.TestSupport")]
public sealed class PropertyAttribute : FactAttribute
{
    /// <summary>How many cases to try.</summary>
    public int MaxTest { get; set; } = 100;

    /// <summary>Upper bound of the size.</summary>
    public int EndSize { get; set; } = 100;

    /// <summary>"seed,gamma[,size]" of a failure, to see it again; every run's seed is in the failure's message.</summary>
    public string? Replay { get; set; }

    /// <summary>Types whose static members give Arbitrary&lt;T&gt;.</summary>
    public Type[]? Arbitrary { get; set; }
}

public sealed class PropertyDiscoverer(IMessageSink sink) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions options, ITestMethod method, IAttributeInfo attribute) =>
        [new PropertyTestCase(sink, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method)];
}

public sealed class PropertyTestCase : XunitTestCase
{
    [EditorBrowsable(EditorBrowsableState.Never), Obsolete("For xunit's deserializer")]
    public PropertyTestCase() { }

    public PropertyTestCase(IMessageSink sink, TestMethodDisplay display, TestMethodDisplayOptions displayOptions, ITestMethod method)
        : base(sink, display, displayOptions, method, testMethodArguments: []) { }

    public override Task<RunSummary> RunAsync(IMessageSink sink, IMessageBus bus, object[] constructorArguments,
        ExceptionAggregator aggregator, CancellationTokenSource cancel) =>
        new CaseRunner(this, bus, constructorArguments, aggregator, cancel).RunAsync();

    sealed class CaseRunner(PropertyTestCase test, IMessageBus bus, object[] ctorArgs, ExceptionAggregator aggregator, CancellationTokenSource cancel)
        : XunitTestCaseRunner(test, test.DisplayName, test.SkipReason, ctorArgs, [], bus, aggregator, cancel)
    {
        protected override XunitTestRunner CreateTestRunner(ITest t, IMessageBus b, Type c, object[] ca, MethodInfo m, object[] a,
            string skip, IReadOnlyList<BeforeAfterTestAttribute> before, ExceptionAggregator agg, CancellationTokenSource cts) =>
            new Runner(t, b, c, ca, m, a, skip, before, agg, cts);
    }

    sealed class Runner(ITest t, IMessageBus b, Type c, object[] ca, MethodInfo m, object[] a, string skip,
        IReadOnlyList<BeforeAfterTestAttribute> before, ExceptionAggregator agg, CancellationTokenSource cts)
        : XunitTestRunner(t, b, c, ca, m, a, skip, before, agg, cts)
    {
        protected override Task<decimal> InvokeTestMethodAsync(ExceptionAggregator aggregator) =>
            new Invoker(Test, MessageBus, TestClass, ConstructorArguments, TestMethod, TestMethodArguments, BeforeAfterAttributes, aggregator, CancellationTokenSource).RunAsync();
    }

    sealed class Invoker(ITest t, IMessageBus b, Type c, object[] ca, MethodInfo m, object[] a,
        IReadOnlyList<BeforeAfterTestAttribute> before, ExceptionAggregator agg, CancellationTokenSource cts)
        : XunitTestInvoker(t, b, c, ca, m, a, before, agg, cts)
    {
        protected override Task<decimal> InvokeTestMethodAsync(object testClassInstance) => Aggregator.RunAsync(() =>
            Timer.AggregateAsync(() => Task.Run(() => Check(TestMethod, testClassInstance))))
            .ContinueWith(_ => Timer.Total, TaskScheduler.Default);
    }

    static void Check(MethodInfo method, object? target)
    {
        var p = method.GetCustomAttribute<PropertyAttribute>()!;
        var config = Config.QuickThrowOnFailure.WithMaxTest(p.MaxTest).WithEndSize(p.EndSize).WithQuietOnSuccess(true);
        if (p.Arbitrary is { Length: > 0 } types) config = config.WithArbitrary(types);
        if (p.Replay?.Split(',') is { } r)
            config = config.WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(ulong.Parse(r[0]), ulong.Parse(r[1])),
                r.Length > 2 ? FSharpOption<int>.Some(int.Parse(r[2])) : FSharpOption<int>.None)));
        else if (Seed.Of($"{method.DeclaringType!.FullName}.{method.Name}") is { } seed)
            config = config.WithReplay(FSharpOption<Replay>.Some(new Replay(seed, FSharpOption<int>.None)));
        FsCheck.Check.Method(config, method, target is null ? FSharpOption<object>.None : FSharpOption<object>.Some(target));
    }
}
