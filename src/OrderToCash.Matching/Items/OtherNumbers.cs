using OrderToCash.Receivables;

namespace OrderToCash.Matching;

/// <summary>
/// The numbers items carry beside the number of their document: <see cref="OpenItem.References"/>, as many as there are.
/// </summary>
internal sealed class OtherNumbers
{
    private static readonly OtherNumbers None = new([], []);

    private readonly int[] starts;
    private readonly OtherNumber[] numbers;
    private readonly KeyIndex index;

    private OtherNumbers(int[] starts, OtherNumber[] numbers)
    {
        (this.starts, this.numbers) = (starts, numbers);
        index = new(numbers.Length, numbers.Length);
        for (var i = numbers.Length - 1; i >= 0; i--) index.Add(numbers[i].Key, i);
    }

    /// <summary>How many there are in the book.</summary>
    public int Count => numbers.Length;

    public static OtherNumbers Of(OpenItem[] items)
    {
        if (Array.TrueForAll(items, i => i.References.IsEmpty)) return None;
        var starts = new int[items.Length + 1];
        var numbers = new List<OtherNumber>();
        for (var i = 0; i < items.Length; i++)
        {
            foreach (var reference in items[i].References)
            {
                var (key, _, _, digits, _) = DocumentNumbers.NumericKeys(reference);
                if (digits >= 4 && key != 0) numbers.Add(new() { Key = key, Digits = digits, Item = i });
            }
            starts[i + 1] = numbers.Count;
        }
        return new(starts, [.. numbers]);
    }

    /// <summary>The other numbers of an item.</summary>
    public ReadOnlySpan<OtherNumber> Of(int item) =>
        starts.Length == 0 ? default : numbers.AsSpan(starts[item]..starts[item + 1]);

    /// <summary>The first with this key, or -1.</summary>
    public int First(ulong key) => Of(key, index.First(key));

    /// <summary>The next with the same key, or -1.</summary>
    public int After(int number) => Of(numbers[number].Key, index.After(number));

    private int Of(ulong key, int number)
    {
        while (number >= 0 && numbers[number].Key != key) number = index.After(number);
        return number;
    }

    public ref readonly OtherNumber this[int number] => ref numbers[number];

    public void AddTo(KeyFilter filter)
    {
        foreach (ref readonly var number in numbers.AsSpan()) filter.Add(number.Key);
    }
}

/// <summary>A number an item carries beside the number of its document.</summary>
internal struct OtherNumber
{
    /// <summary>All digits as one number, leading zeros gone.</summary>
    public ulong Key;

    /// <summary>How many digits, leading zeros counted.</summary>
    public int Digits;

    public int Item;
}
