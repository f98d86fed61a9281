using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace OrderToCash.Json.Tests;

/// <summary>Every public value, state and event comes back from JSON as it was: by reflection and by the source-generated context.</summary>
public class RoundTripTests
{
    private static readonly Dictionary<string, Type> ByName = StoredTypes.All.ToDictionary(t => t.FullName!);

    public static TheoryData<string> Types => new(StoredTypes.All.Where(t => !t.IsAbstract).Select(t => t.FullName!));

    public static TheoryData<string> Families => new(StoredTypes.All.Where(t => t.IsAbstract).Select(t => t.FullName!));

    [Theory, MemberData(nameof(Types))]
    public void Survives_storage(string name)
    {
        var type = ByName[name];
        for (var variant = 0; variant < Sampler.Variants; variant++)
        {
            var sample = Sampler.Make(type, variant);
            var reflected = RoundTrip.Assert(sample, type, OrderToCashJson.Options);
            Assert.NotNull(ContextFile.Known(type));
            Assert.Equal(reflected, RoundTrip.Assert(sample, type, OrderToCashJsonContext.Default.Options));
        }
    }

    [Theory, MemberData(nameof(Families))]
    public void Survives_storage_as_a_member_of_its_family(string name)
    {
        var family = ByName[name];
        var derived = family.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false).Select(a => a.DerivedType).ToList();
        Assert.NotEmpty(derived);
        var discriminator = family.GetCustomAttribute<JsonPolymorphicAttribute>(inherit: false)!.TypeDiscriminatorPropertyName ?? "$type";
        var undeclared = family.Assembly.GetExportedTypes().Where(t => !t.IsAbstract && family.IsAssignableFrom(t)).Except(derived);
        Assert.True(!undeclared.Any(), $"{family}: add [JsonDerivedType] for {string.Join(", ", undeclared)}");
        foreach (var type in derived)
            for (var variant = 0; variant < Sampler.Variants; variant++)
            {
                var sample = Sampler.Make(type, variant);
                var reflected = RoundTrip.Assert(sample, family, OrderToCashJson.Options);
                Assert.StartsWith($"{{\"{discriminator}\":\"", reflected, StringComparison.Ordinal);
                Assert.NotNull(ContextFile.Known(family));
                Assert.Equal(reflected, RoundTrip.Assert(sample, family, OrderToCashJsonContext.Default.Options));
            }
    }

    // A property added after a release is missing in what was stored before: both readers must fill in what a new value has.
    [Theory, MemberData(nameof(Types))]
    public void Optional_members_may_be_missing(string name)
    {
        var type = ByName[name];
        var sample = Sampler.Make(type, 0);
        if (JsonSerializer.SerializeToNode(sample, type, OrderToCashJson.Options) is not JsonObject stored || StoredTypes.HasConverter(type)) return;
        foreach (var member in StoredTypes.StoredProperties(type).Where(p => !StoredTypes.IsRequired(p)))
            stored.Remove(JsonNamingPolicy.CamelCase.ConvertName(member.Name));
        Assert.Equal(sample, stored.Deserialize(type, OrderToCashJson.Options));
        Assert.Equal(sample, stored.Deserialize(type, OrderToCashJsonContext.Default.Options));
    }

    [Fact]
    public void The_context_lists_exactly_what_is_stored()
    {
        var wanted = ContextFile.Wanted();
        if (Environment.GetEnvironmentVariable("UPDATE_JSON") == "1") File.WriteAllText(ContextFile.Path, wanted);
        var missing = ContextFile.Lines(wanted).Except(ContextFile.Lines(File.ReadAllText(ContextFile.Path))).ToList();
        Assert.True(missing.Count == 0, $"OrderToCashJsonContext.cs lacks (UPDATE_JSON=1 writes them):\n{string.Join('\n', missing)}");
        Assert.Equal(wanted, File.ReadAllText(ContextFile.Path));
    }

    [Fact]
    public void Every_exception_from_the_rule_exists_and_has_a_reason() => Assert.All(StoredTypes.NotStored, x =>
    {
        Assert.True(StoredTypes.Assemblies.Any(a => a.GetType(x.Key) is not null), $"{x.Key} is no longer there");
        Assert.True(x.Value.Length > 10, $"{x.Key} needs a reason");
    });

    [Fact]
    public void All_packages_are_looked_at() => Assert.Superset(
        new HashSet<string> { "OrderToCash.Primitives", "OrderToCash.Receivables" },
        StoredTypes.Assemblies.Select(a => a.GetName().Name!).ToHashSet());

    // The tests' test: what loses data on the way must be caught.
    [Fact]
    public void A_value_that_comes_back_as_its_default_is_caught()
    {
        var lost = Assert.ThrowsAny<Xunit.Sdk.XunitException>(() =>
            RoundTrip.Assert(new Forgetful(5), typeof(Forgetful), OrderToCashJson.Options));
        Assert.Contains("Forgetful", lost.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Variants_differ_and_the_first_is_sparse()
    {
        var samples = Enumerable.Range(0, Sampler.Variants).Select(v => (Party)Sampler.Make(typeof(Party), v)).ToList();
        Assert.Equal(Sampler.Variants, samples.Distinct().Count());
        Assert.Equal(("", 0), (samples[0].RegistrationNumber, samples[0].TaxRegistrations.Count));
    }

    private readonly struct Forgetful(int number)
    {
        public int Number => number;
    }
}
