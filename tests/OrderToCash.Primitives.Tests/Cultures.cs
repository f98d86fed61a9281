using System.Globalization;

namespace OrderToCash.Primitives.Tests;

/// <summary>Cultures that write numbers in other ways: another point, another minus, other digits, another calendar.</summary>
public static class Cultures
{
    public static readonly string[] Names = ["tr-TR", "de-DE", "fa-IR", "ar-SA"];

    public static TheoryData<string> All => new(Names);

    public static void In(string name, Action test)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
            test();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    public static void InEach(Action test)
    {
        foreach (var name in Names) In(name, test);
    }
}
