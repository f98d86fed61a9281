using Ardalis.Result;
using DomainResult = OrderToCash.Primitives.Result;

namespace OrderToCash.ArdalisResult.Tests;

public sealed class ArdalisResultTests
{
    private static DomainError Error(ErrorKind kind, string code = "order.wrong", string? target = "lines[3].quantity") => new()
    {
        Code = code, Kind = kind, Message = "3 is too many.", Target = target, Facts = [new() { Name = "quantity", Value = "3" }],
    };

    [Fact]
    public void A_success_keeps_its_value()
    {
        var result = DomainResult.Success(42).ToArdalis();
        Assert.Equal((ResultStatus.Ok, 42), (result.Status, result.Value));
        Assert.Empty(result.Errors);
        Assert.Empty(result.ValidationErrors);
    }

    [Theory]
    [InlineData(ErrorKind.Forbidden, ResultStatus.Forbidden)]
    [InlineData(ErrorKind.NotFound, ResultStatus.NotFound)]
    [InlineData(ErrorKind.Conflict, ResultStatus.Conflict)]
    [InlineData(ErrorKind.Refused, ResultStatus.Error)]
    [InlineData(ErrorKind.Invalid, ResultStatus.Invalid)]
    [InlineData(ErrorKind.Unavailable, ResultStatus.Unavailable)]
    public void A_kind_is_a_status_and_code_place_and_sentence_are_kept(ErrorKind kind, ResultStatus status)
    {
        var result = DomainResult.Failure<int>(Error(kind)).ToArdalis();
        Assert.Equal((status, false), (result.Status, result.IsSuccess));
        var error = Assert.Single(result.ValidationErrors);
        Assert.Equal(("order.wrong", "lines[3].quantity", "3 is too many.", ValidationSeverity.Error),
            (error.ErrorCode, error.Identifier, error.ErrorMessage, error.Severity));
        Assert.Equal(status == ResultStatus.Invalid ? [] : ["order.wrong at lines[3].quantity: 3 is too many."], result.Errors);
    }

    [Fact]
    public void Every_kind_has_a_status_and_no_two_share_one()
    {
        var statuses = Enum.GetValues<ErrorKind>().Select(ArdalisStatus.Of).ToArray();
        Assert.Equal(statuses.Length, statuses.Distinct().Count());
        Assert.DoesNotContain(ResultStatus.Ok, statuses);
        Assert.Throws<ArgumentOutOfRangeException>(() => ArdalisStatus.Of((ErrorKind)99));
        Assert.Throws<ArgumentException>(() => ArdalisStatus.Of(default(EquatableArray<DomainError>)));
    }

    // In the order of the table: the first kind that occurs.
    private static readonly ErrorKind[] Order =
        [ErrorKind.Forbidden, ErrorKind.NotFound, ErrorKind.Conflict, ErrorKind.Refused, ErrorKind.Invalid, ErrorKind.Unavailable];

    [Property(MaxTest = 500)]
    public void Of_several_errors_none_is_lost_and_the_gravest_is_the_status(ushort seed, byte count)
    {
        var random = new Random(seed);
        var errors = Enumerable.Range(0, 1 + (count % 6))
            .Select(i => Error(Order[random.Next(Order.Length)], $"order.wrong-{i}", random.Next(2) == 0 ? null : $"lines[{i}]")).ToArray();
        var result = DomainResult.Failure<int>(errors).ToArdalis();
        Assert.Equal(ArdalisStatus.Of(Order.First(kind => errors.Any(e => e.Kind == kind))), result.Status);
        Assert.Equal(errors.Select(e => (e.Code, e.Target ?? "", e.Message)),
            result.ValidationErrors.Select(e => (e.ErrorCode, e.Identifier, e.ErrorMessage)));
        if (result.Status != ResultStatus.Invalid) Assert.Equal(errors.Select(e => e.ToString()), result.Errors);
    }

    [Theory]
    [InlineData(ErrorKind.Forbidden)]
    [InlineData(ErrorKind.NotFound)]
    [InlineData(ErrorKind.Conflict)]
    [InlineData(ErrorKind.Refused)]
    [InlineData(ErrorKind.Invalid)]
    [InlineData(ErrorKind.Unavailable)]
    public void Mapping_in_Ardalis_Result_keeps_the_code_and_the_place(ErrorKind kind)
    {
        var mapped = DomainResult.Failure<int>(Error(kind)).ToArdalis().Map(n => $"{n}");
        Assert.Equal(ArdalisStatus.Of(kind), mapped.Status);
        Assert.Contains("order.wrong lines[3].quantity", kind == ErrorKind.Invalid
            ? mapped.ValidationErrors.Select(e => $"{e.ErrorCode} {e.Identifier}")
            : mapped.Errors.Select(e => e.Replace(" at ", " ", StringComparison.Ordinal).Split(':')[0]));
    }

    [Fact]
    public void The_outcome_without_its_value_says_the_same()
    {
        Assert.True(DomainResult.Success(42).ToArdalisWithoutValue().IsSuccess);
        var refused = DomainResult.Failure<int>([Error(ErrorKind.NotFound), Error(ErrorKind.Invalid, "order.other", null)]).ToArdalisWithoutValue();
        Assert.Equal((ResultStatus.NotFound, 2), (refused.Status, refused.Errors.Count()));
        Assert.Equal(["order.wrong", "order.other"], refused.ValidationErrors.Select(e => e.ErrorCode));
    }
}
