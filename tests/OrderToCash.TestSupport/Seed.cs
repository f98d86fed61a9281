using FsCheck;

namespace OrderToCash.TestSupport;

/// <summary>
/// Where chance begins. Each run tries other cases, and a failure names its seed; with O2C_SEED set to a number every run of a test
/// tries the same ones, so that CI judges a change by what it changed.
/// </summary>
public static class Seed
{
    /// <summary>What chance begins with in the test of this name; null where it is left to chance.</summary>
    public static Rnd? Of(string name) => Of(name, Environment.GetEnvironmentVariable("O2C_SEED"));

    /// <summary>The same of a given text.</summary>
    public static Rnd? Of(string name, string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        if (!ulong.TryParse(text, out var seed)) throw new InvalidOperationException($"O2C_SEED is '{text}', not a number.");
        // FNV-1a: the hash codes of strings are others in each process.
        foreach (var c in name) seed = unchecked((seed ^ c) * 1_099_511_628_211UL);
        return new Rnd(seed, seed << 1 | 1);
    }

    /// <summary>Samples of a size, from the seed of a test.</summary>
    public static T[] Sample<T>(Gen<T> generator, int count, int size, string name) => Of(name) is { } seed
        ? [.. FsCheck.Fluent.Gen.Sample(generator, count, seed, size)]
        : [.. FsCheck.Fluent.Gen.Sample(generator, count, size)];
}
