using System.Reflection;
using OrderToCash.Json.Tests;

namespace OrderToCash.Tests;

public sealed class CommandContentTests
{
    public static TheoryData<string> Commands => new(typeof(Command).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(Command)) && !t.IsAbstract).Select(t => t.Name).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Commands))]
    public void The_same_content_has_the_same_hash(string name)
    {
        for (var variant = 0; variant < Sampler.Variants; variant++)
            Assert.Equal(CommandContent.Hash(Sample(name, variant)), CommandContent.Hash(Sample(name, variant)));
    }

    [Theory, MemberData(nameof(Commands))]
    public void Every_property_counts(string name)
    {
        var (first, other) = (Sample(name, 1), Sample(name, 3));
        foreach (var property in TypeOf(name).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is not null))
        {
            if (Equals(property.GetValue(first), property.GetValue(other))) continue;
            var changed = Sample(name, 1);
            property.SetValue(changed, property.GetValue(other));
            Assert.True(CommandContent.Hash(first) != CommandContent.Hash(changed), $"{name}.{property.Name} is not in the hash");
        }
    }

    [Fact]
    public void Commands_of_two_sorts_differ_even_with_the_same_content()
    {
        var (block, unblock) = (new BlockCustomer { Id = new("1"), By = Actor.Person("a"), Customer = new("C"), Kind = default, Reason = "r" },
            new UnblockCustomer { Id = new("1"), By = Actor.Person("a"), Customer = new("C"), Kind = default, Reason = "r" });
        Assert.NotEqual(CommandContent.Hash(block), CommandContent.Hash(unblock));
    }

    private static Type TypeOf(string name) => typeof(Command).Assembly.GetType($"OrderToCash.{name}", throwOnError: true)!;

    private static Command Sample(string name, int variant) => (Command)Sampler.Make(TypeOf(name), variant);
}
