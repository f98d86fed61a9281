using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Matching.Tests;

/// <summary>The walk with 64 digits at once finds what the table finds.</summary>
public class NearTextTests
{
    public sealed record Case(string Number, string Text);

    public static class Cases
    {
        private static readonly Gen<string> Number =
            from length in Gen.Choose(9, 18) from digits in Gen.CollectToArray(Enumerable.Range(0, length), _ => Gen.Choose(0, 9)) select string.Concat(digits);

        private static Gen<string> Damage(string number) =>
            from at in Gen.Choose(1, number.Length - 2)
            from digit in Gen.Choose(0, 9)
            from kind in Gen.Choose(0, 3)
            select kind switch
            {
                0 => number.Remove(at, 1),
                1 => number.Insert(at, digit.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                2 => string.Concat(number.AsSpan(0, at), number[at + 1].ToString(), number[at].ToString(), number.AsSpan(at + 2)),
                _ => number,
            };

        public static Arbitrary<Case> Arbitrary() => Arb.From(
            from number in Number
            from once in Damage(number)
            from twice in Gen.Frequency((2, Gen.Constant(once)), (1, Damage(once)))
            from before in Gen.Elements("", "no 1: ", "4711 ", "99", "INV1000")
            from after in Gen.Elements("", " x", "12345678", ", 777")
            select new Case(number, before + twice + after));
    }

    private static int Distance(string number, string text, int most)
    {
        var near = new NearText(new byte[NearText.MaxLength], new int[NearText.MaxLength], new ulong[16]);
        return near.Read(text) ? near.Distance(ulong.Parse(number), number.Length, most, out _, out _) : most + 1;
    }

    [Property(MaxTest = 2_000, Arbitrary = [typeof(Cases)])]
    public void The_distance_is_that_of_the_table(Case @case)
    {
        var expected = Table(@case.Number, @case.Text);
        var found = Distance(@case.Number, @case.Text, 2);
        if (found <= 2 || expected <= 1) Assert.Equal(expected, found);
    }

    // Optimal string alignment against any part of the text: adding, dropping, replacing, swapping neighbours cost one each. Runs
    // of three digits or more count; those parted by one blank, hyphen, slash or point are read as one, others lie far apart.
    private static int Table(string number, string text)
    {
        var digits = new List<char>();
        var last = -1;
        foreach (System.Text.RegularExpressions.Match run in System.Text.RegularExpressions.Regex.Matches(text, "[0-9]{3,}"))
        {
            var isJoined = last >= 0 && run.Index - last == 1 && text[last] is (' ' or '-' or '/' or '.');
            if (last >= 0 && !isJoined) digits.AddRange("|||");
            digits.AddRange(run.Value);
            last = run.Index + run.Length;
        }
        var table = new int[number.Length + 1, digits.Count + 1];
        for (var i = 0; i <= number.Length; i++) table[i, 0] = i;
        var best = number.Length;
        for (var j = 1; j <= digits.Count; j++)
        {
            for (var i = 1; i <= number.Length; i++)
            {
                var cost = number[i - 1] == digits[j - 1] ? 0 : 1;
                table[i, j] = Math.Min(table[i - 1, j - 1] + cost, 1 + Math.Min(table[i - 1, j], table[i, j - 1]));
                if (i > 1 && j > 1 && number[i - 1] == digits[j - 2] && number[i - 2] == digits[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
            best = Math.Min(best, table[number.Length, j]);
        }
        return best;
    }

    [Fact]
    public void Letters_and_short_runs_are_not_numbers() => Assert.Equal(3, Distance("4711471147", "ab 12 cd 99", 2));
}
