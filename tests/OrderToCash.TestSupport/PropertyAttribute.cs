using System.Runtime.CompilerServices;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace OrderToCash.TestSupport;

/// <summary>
/// FsCheck.Xunit's property, silent when it holds, beginning where <see cref="Seed"/> says. A failure prints its seed and the shrunk
/// case; <c>Replay = "seed,gamma,size"</c> shows it again and goes before O2C_SEED.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("OrderToCash.TestSupport.PropertyDiscoverer", "OrderToCash.TestSupport")]
public sealed class PropertyAttribute : FsCheck.Xunit.PropertyAttribute
{
    /// <summary>The compiler gives both names; the seed is of them, as an attribute is not told its class.</summary>
    public PropertyAttribute([CallerMemberName] string member = "", [CallerFilePath] string file = "")
    {
        QuietOnSuccess = true;
        if (Seed.Of(NameOf(member, file)) is { } seed) Replay = $"{seed.Seed},{seed.Gamma}";
    }

    /// <summary>The file and the member: the folders before them are others on each machine.</summary>
    public static string NameOf(string member, string file) => $"{file[(file.LastIndexOfAny(['/', '\\']) + 1)..]}.{member}";
}

/// <summary>FsCheck.Xunit's discoverer; a skipped property is an ordinary skipped test, as FsCheck.Xunit's own is not counted.</summary>
public sealed class PropertyDiscoverer(IMessageSink sink) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions options, ITestMethod method, IAttributeInfo attribute)
    {
        if (attribute.GetNamedArgument<string?>(nameof(FactAttribute.Skip)) is not null)
            return [new XunitTestCase(sink, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method)];
        IXunitTestCaseDiscoverer discoverer = new FsCheck.Xunit.PropertyDiscoverer(sink);
        return discoverer.Discover(options, method, attribute);
    }
}
