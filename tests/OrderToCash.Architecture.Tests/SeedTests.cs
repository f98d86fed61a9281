using System.Reflection;

namespace OrderToCash.Architecture.Tests;

/// <summary>Where chance begins (docs/decisions/0004 and 0011).</summary>
public sealed class SeedTests
{
    [Fact]
    public void A_number_gives_each_name_its_own_beginning_and_the_same_one_each_time()
    {
        Assert.Equal(Seed.Of("MoneyProperties.cs.Adds", "7"), Seed.Of("MoneyProperties.cs.Adds", "7"));
        Assert.NotEqual(Seed.Of("MoneyProperties.cs.Adds", "7"), Seed.Of("MoneyProperties.cs.Splits", "7"));
        Assert.NotEqual(Seed.Of("MoneyProperties.cs.Adds", "7"), Seed.Of("MoneyProperties.cs.Adds", "8"));
    }

    [Theory, InlineData(null), InlineData("")]
    public void Without_a_number_chance_is_free(string? text) => Assert.Null(Seed.Of("MoneyProperties.cs.Adds", text));

    [Fact]
    public void What_is_no_number_is_a_mistake_that_is_told() =>
        Assert.Throws<InvalidOperationException>(() => Seed.Of("MoneyProperties.cs.Adds", "soon"));

    [Theory, InlineData("/a/tests/MoneyProperties.cs"), InlineData("/_/tests/MoneyProperties.cs"), InlineData(@"D:\a\MoneyProperties.cs")]
    public void A_property_begins_alike_on_every_machine(string file) =>
        Assert.Equal("MoneyProperties.cs.Adds", PropertyAttribute.NameOf("Adds", file));

    [Property(MaxTest = 1)]
    public void A_property_begins_with_the_seed_of_its_name(int _)
    {
        var own = typeof(SeedTests).GetMethod(nameof(A_property_begins_with_the_seed_of_its_name))!.GetCustomAttribute<PropertyAttribute>()!;
        var seed = Seed.Of($"SeedTests.cs.{nameof(A_property_begins_with_the_seed_of_its_name)}");
        Assert.Equal(seed is { } rnd ? $"{rnd.Seed},{rnd.Gamma}" : null, own.Replay);
    }

    [Property(Replay = "1,3", MaxTest = 1)]
    public void A_seed_that_is_written_goes_first(int _) =>
        Assert.Equal("1,3", typeof(SeedTests).GetMethod(nameof(A_seed_that_is_written_goes_first))!.GetCustomAttribute<PropertyAttribute>()!.Replay);
}
